namespace Resumai.Server.Idempotency;

/// <summary>One at a time for each key; keys that nobody holds or waits for take no memory. Thread-safe.</summary>
internal sealed class KeyedTurns<TKey> where TKey : notnull
{
    private readonly Dictionary<TKey, Line> _lines = [];

    /// <summary>The turn, to be disposed; null when it did not come in time.</summary>
    public async Task<IDisposable?> EnterAsync(TKey key, TimeSpan wait, CancellationToken cancellationToken)
    {
        Line line;
        lock (_lines)
        {
            if (!_lines.TryGetValue(key, out line!)) _lines[key] = line = new Line();
            line.Holders++;
        }
        try
        {
            if (await line.Turn.WaitAsync(wait, cancellationToken)) return new Holder(this, key, line);
        }
        catch
        {
            Leave(key, line);
            throw;
        }
        Leave(key, line);
        return null;
    }

    private void Leave(TKey key, Line line)
    {
        lock (_lines)
        {
            if (--line.Holders > 0) return;
            _lines.Remove(key);
        }
        line.Turn.Dispose();
    }

    private sealed class Line
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);
        public int Holders { get; set; }
    }

    private sealed class Holder(KeyedTurns<TKey> turns, TKey key, Line line) : IDisposable
    {
        private int _disposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
            line.Turn.Release();
            turns.Leave(key, line);
        }
    }
}
