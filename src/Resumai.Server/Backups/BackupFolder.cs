using System.Text.Json;
using Resumai.Server.Conventions;

namespace Resumai.Server.Backups;

/// <summary>A backup cannot be made or restored; the message says why.</summary>
internal sealed class BackupException(string message) : Exception(message);

/// <summary>A folder with one backup: the database, <c>files/</c> as on disk, and <c>backup.json</c>, written last.</summary>
internal sealed record BackupFolder(string Path)
{
    public string Files => System.IO.Path.Combine(Path, "files");

    private string Manifest => System.IO.Path.Combine(Path, "backup.json");

    /// <exception cref="BackupException">Something is there.</exception>
    public void Create()
    {
        if (Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any()) throw new BackupException($"{Path} is not empty.");
        // Whoever may read it has every CV.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(Path);
        else Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public async Task FinishAsync(BackupManifest manifest)
    {
        await using var file = new FileStream(Manifest, FileMode.CreateNew);
        await JsonSerializer.SerializeAsync(file, manifest, JsonForm.Options);
        file.Flush(flushToDisk: true);
    }

    /// <exception cref="BackupException">It is no finished backup.</exception>
    public async Task<BackupManifest> ReadAsync(CancellationToken cancellation)
    {
        if (!File.Exists(Manifest)) throw new BackupException($"{Path} holds no finished backup: backup.json is missing.");
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllTextAsync(Manifest, cancellation), JsonForm.Options)!;
        }
        catch (JsonException)
        {
            throw new BackupException($"{Manifest} cannot be read.");
        }
    }
}

/// <param name="Engine">Of the database, as the setting names it; only that can take it back.</param>
/// <param name="Migration">The newest of the database: an older server cannot take it back.</param>
/// <param name="TakenAt">What was committed before is in it.</param>
/// <param name="Files">Documents that were copied.</param>
/// <param name="MissingFiles">Documents whose asset is there and whose file was not found or was damaged.</param>
internal sealed record BackupManifest(string Engine, string Migration, DateTime TakenAt, int Files, int MissingFiles, long Bytes);
