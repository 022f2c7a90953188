namespace Resumai.Server.Storage.Sqlite;

/// <summary>The number by which the full-text index knows an asset. Its terms go with it.</summary>
public sealed class SearchDocument
{
    /// <summary>Given by the database, never used again.</summary>
    public long Id { get; private set; }
    public required Guid AssetId { get; init; }
}
