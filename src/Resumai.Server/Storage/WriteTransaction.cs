using Microsoft.EntityFrameworkCore.Storage;

namespace Resumai.Server.Storage;

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

/// <summary>A transaction that holds the write lock from its first moment. Disposed without commit it rolls back and forgets what was tracked.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly ServerDb _db;
    private readonly WriteGate _gate;
    private readonly IDbContextTransaction _transaction;
    private bool _committed;
    private bool _left;

    internal WriteTransaction(ServerDb db, WriteGate gate, IDbContextTransaction transaction) =>
        (_db, _gate, _transaction) = (db, gate, transaction);

    /// <summary>Durable when it returns. Not cancellable: a commit either happened or did not.</summary>
    public async Task CommitAsync()
    {
        await _transaction.CommitAsync(CancellationToken.None);
        _committed = true;
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_left) return;
        _left = true;
        try
        {
            await _transaction.DisposeAsync();
            if (!_committed) _db.ChangeTracker.Clear();
        }
        finally
        {
            _gate.Leave();
        }
    }
}
