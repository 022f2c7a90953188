namespace Resumai.Server.Storage.Sqlite;

/// <summary>
/// One writer at a time in this process: SQLite has one write lock, and waiting in order here is fair where its busy loop is not.
/// Other processes wait by the busy timeout.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    internal Task EnterAsync(CancellationToken cancellationToken) => _turn.WaitAsync(cancellationToken);

    internal void Leave() => _turn.Release();

    public void Dispose() => _turn.Dispose();
}
