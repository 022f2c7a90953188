using Resumai.Server.Settings;

namespace Resumai.Server.Storage;

/// <summary>What keeps the rows; <see cref="ServerDb"/> is how they are asked for.</summary>
public interface IDatabaseEngine
{
    /// <summary>As the setting names it.</summary>
    string Name { get; }

    /// <summary>Brings the database to this version. Several processes may start at once: one migrates, the others wait.</summary>
    /// <exception cref="InvalidSettingsException">The database cannot be used.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Whether it failed because the database is away or coming up: the same request may do later.</summary>
    bool IsOutage(Exception e);
}
