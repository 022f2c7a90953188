namespace Resumai.Server.Settings;

/// <summary>Where everything that outlives the process lies: the database, the stored files, the optional <c>resumai.json</c>.</summary>
public sealed record DataFolder(string Path)
{
    public string Database => System.IO.Path.Combine(Path, "resumai.db");
    public string Files => System.IO.Path.Combine(Path, "files");
    public string SettingsFile => System.IO.Path.Combine(Path, "resumai.json");
    /// <summary>Locked while migrations run.</summary>
    public string MigrationLock => System.IO.Path.Combine(Path, "migrate.lock");
}
