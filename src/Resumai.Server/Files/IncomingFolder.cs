namespace Resumai.Server.Files;

/// <summary>Where files lie while they arrive, whatever keeps them afterwards.</summary>
internal sealed class IncomingFolder
{
    public IncomingFolder(string root)
    {
        Path = System.IO.Path.Combine(root, "incoming");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public IncomingFile Receive() => new(System.IO.Path.Combine(Path, Guid.CreateVersion7().ToString("N")));

    /// <summary>What a killed server left half received has no asset and never will have.</summary>
    public void DeleteOlderThan(DateTime time)
    {
        foreach (var file in new DirectoryInfo(Path).EnumerateFiles().Where(f => f.LastWriteTimeUtc < time)) file.Delete();
    }
}
