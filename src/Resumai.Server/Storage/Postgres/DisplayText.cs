namespace Resumai.Server.Storage.Postgres;

/// <summary>How many rows of an account have a title or an employer's name, as of when changes were last summed up.</summary>
internal sealed class DisplayText
{
    public long Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string Environment { get; init; }
    public required DisplayPart Part { get; init; }
    public required string Text { get; init; }
    /// <summary>Texts may be too long for an index.</summary>
    public long TextHash { get; init; }
    public required int Rows { get; init; }
}

/// <summary>A row that has come (1) or gone (-1) since. Written by a trigger: writers neither wait for each other nor count.</summary>
internal sealed class DisplayTextChange
{
    public long Id { get; init; }
    public required Guid AccountId { get; init; }
    public required string Environment { get; init; }
    public required DisplayPart Part { get; init; }
    public required string Text { get; init; }
    public required int Change { get; init; }
}
