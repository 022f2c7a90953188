namespace Resumai.Server.Storage;

/// <summary>An uploaded document.</summary>
public sealed class Asset
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    /// <summary><c>live</c> or <c>test</c>.</summary>
    public required string Environment { get; init; }
    public required Guid ParentTaskId { get; init; }
    public required string Filename { get; init; }
    /// <summary>Folded for "contains" filters.</summary>
    public required string FilenameFolded { get; init; }
    public required string ContentType { get; init; }
    public required long SizeBytes { get; init; }
    public int? PageCount { get; set; }
    /// <summary>Lower-case hex.</summary>
    public required string Sha256 { get; init; }
    /// <summary>JSON array in the order given; each is also a row of <see cref="AssetTag"/>.</summary>
    public required string TagsJson { get; set; }
    public string? Locale { get; init; }
    /// <summary><c>queued</c>, <c>processing</c>, <c>completed</c> or <c>failed</c>.</summary>
    public required string Status { get; set; }
    public string? ErrorCode { get; set; }
    public string? ErrorMessage { get; set; }
    public required DateTime UploadedAt { get; init; }
    public DateTime? CompletedAt { get; set; }
}

public sealed class AssetTag
{
    public required Guid AssetId { get; init; }
    public required Guid AccountId { get; init; }
    public required string Environment { get; init; }
    public required string Tag { get; init; }
}

/// <summary>A stage of an asset's parent task.</summary>
public sealed class ParseTask
{
    public required Guid Id { get; init; }
    public required Guid AssetId { get; init; }
    /// <summary><c>read</c>, <c>layout</c>, <c>extract</c>, <c>normalize</c> or <c>store</c>.</summary>
    public required string Name { get; init; }
    public required int Ordinal { get; init; }
    /// <summary>The asset's statuses and <c>skipped</c>.</summary>
    public required string Status { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? FinishedAt { get; set; }
}

/// <summary>Work to do: one row an asset until it is final. The job table is the truth, whatever dispatches.</summary>
public sealed class Job
{
    public required Guid AssetId { get; init; }
    public required Guid AccountId { get; init; }
    public required string Environment { get; init; }
    public required DateTime EnqueuedAt { get; init; }
    /// <summary>Fence: grows with every lease; a result with an older number is refused.</summary>
    public long Lease { get; set; }
    /// <summary>Null while queued.</summary>
    public DateTime? LeasedUntil { get; set; }
    public string? LeasedBy { get; set; }
    /// <summary>When it was given to a message queue; null: it has to be, or there is none.</summary>
    public DateTime? DispatchedAt { get; set; }
    /// <summary>The trace of the upload that made it (W3C <c>traceparent</c>); null where nothing was traced.</summary>
    public string? TraceParent { get; init; }
    /// <summary>Ends of the parse host (crash, timeout, memory); two fail the asset.</summary>
    public int HostEnds { get; set; }
    /// <summary>Takeovers after the end of a server; twenty fail the asset.</summary>
    public int Takeovers { get; set; }
}

/// <summary>The parsed record of a completed asset.</summary>
public sealed class MasterRow
{
    public required Guid AssetId { get; init; }
    public required Guid AccountId { get; init; }
    /// <summary>The record with its corrections, text and evidence; brotli-compressed JSON.</summary>
    public required byte[] Record { get; set; }
    /// <summary>The record as the parser made it, in the same form; null where that is <see cref="Record"/>.</summary>
    public byte[]? Parsed { get; set; }
    /// <summary>Grows with every change of the record.</summary>
    public required int Revision { get; set; }
    public required DateTime UpdatedAt { get; set; }
}

/// <summary>A change of a record after its first parse. Rows are never changed.</summary>
public sealed class RecordRevision
{
    public required Guid AssetId { get; init; }
    /// <summary>The revision that the change made.</summary>
    public required int Revision { get; init; }
    /// <summary><c>corrected</c>, <c>undone</c> or <c>reparsed</c>.</summary>
    public required string Kind { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
    /// <summary>The values that changed, with those before; brotli-compressed JSON.</summary>
    public required byte[] Changes { get; init; }
}

/// <summary>
/// A deletion that can be undone. Its asset's row stays, in the environment <c>deleted:</c> and the asset's id, where no key and no
/// uniqueness looks: for all others it is gone.
/// </summary>
public sealed class DeletedAsset
{
    public required Guid AssetId { get; init; }
    /// <summary>Where the asset was and goes back to: <c>live</c> or <c>test</c>.</summary>
    public required string Environment { get; init; }
    public required DateTime DeletedAt { get; init; }
    /// <summary>When it goes for good.</summary>
    public required DateTime UndoUntil { get; init; }
}
