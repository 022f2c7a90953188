using NpgsqlTypes;

namespace Resumai.Server.Storage.Postgres;

/// <summary>What an asset is found by: each term is account, environment and token in one word.</summary>
internal sealed class SearchTerms
{
    public required Guid AssetId { get; init; }
    public required NpgsqlTsVector Terms { get; init; }
}
