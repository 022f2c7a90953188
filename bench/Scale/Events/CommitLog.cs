namespace Resumai.Bench.Scale.Events;

/// <summary>A log that is made durable by one flush at a time: all that waits when a flush begins is done with it (group commit).</summary>
public sealed class CommitLog(Simulation simulation, double flushSeconds)
{
    private List<Action> _waiting = [];
    private bool _isFlushing;

    public long Flushes { get; private set; }

    /// <summary>What those made durable.</summary>
    public long Flushed { get; private set; }

    public void Flush(Action then)
    {
        if (flushSeconds <= 0)
        {
            simulation.After(0, then);
            return;
        }
        _waiting.Add(then);
        if (!_isFlushing) Begin();
    }

    private void Begin()
    {
        var flushed = _waiting;
        (_waiting, _isFlushing) = ([], true);
        Flushes++;
        Flushed += flushed.Count;
        simulation.After(flushSeconds, () =>
        {
            _isFlushing = false;
            if (_waiting.Count > 0) Begin();
            foreach (var then in flushed) then();
        });
    }
}
