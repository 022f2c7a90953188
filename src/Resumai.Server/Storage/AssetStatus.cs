namespace Resumai.Server.Storage;

/// <summary>The statuses of an asset; those of its tasks are the same and <see cref="Skipped"/>.</summary>
public static class AssetStatus
{
    public const string Queued = "queued";
    public const string Processing = "processing";
    public const string Completed = "completed";
    public const string Failed = "failed";
    public const string Skipped = "skipped";

    /// <summary>Nothing will change any more by itself.</summary>
    public static bool IsFinal(string status) => status is Completed or Failed;
}
