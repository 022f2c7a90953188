namespace Resumai.Server.Backups;

/// <summary>Copies a whole database to a folder and back, by the engine's own means.</summary>
internal interface IDatabaseCopy
{
    /// <summary>Writes the database as it is at one instant; servers go on meanwhile.</summary>
    /// <exception cref="BackupException">It cannot be written.</exception>
    Task WriteAsync(string folder, CancellationToken cancellation);

    /// <exception cref="BackupException">There is something in the database already.</exception>
    Task RequireEmptyAsync(CancellationToken cancellation);

    /// <summary>Reads it into the empty database: all of it or nothing.</summary>
    /// <exception cref="BackupException">It cannot be read.</exception>
    Task ReadAsync(string folder, CancellationToken cancellation);
}
