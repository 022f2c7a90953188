using Microsoft.EntityFrameworkCore.Storage;

namespace Resumai.Server.Storage;

/// <summary>A transaction that may write. Disposed without commit it rolls back and forgets what was tracked.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly ServerDb _db;
    private readonly Action? _ended;
    private readonly IDbContextTransaction _transaction;
    private bool _committed;
    private bool _left;

    /// <param name="ended">Called once, when it has ended either way.</param>
    internal WriteTransaction(ServerDb db, IDbContextTransaction transaction, Action? ended = null) =>
        (_db, _transaction, _ended) = (db, transaction, ended);

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
            _ended?.Invoke();
        }
    }
}
