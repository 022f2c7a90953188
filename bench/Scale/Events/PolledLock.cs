namespace Resumai.Bench.Scale.Events;

/// <summary>
/// A lock that nobody is told of: who finds it taken looks again after a pause, longer each time. So SQLite waits for the lock of another process
/// (<c>sqliteDefaultBusyCallback</c>): it can lie free while all sleep, and nobody's turn comes before another's.
/// </summary>
public sealed class PolledLock(Simulation simulation)
{
    private static readonly double[] Pauses = [0.001, 0.002, 0.005, 0.010, 0.015, 0.020, 0.025, 0.025, 0.025, 0.050, 0.050, 0.100];
    private bool _isTaken;

    public void Enter(Action then) => Try(0, then);

    public void Leave() => _isTaken = false;

    private void Try(int looks, Action then)
    {
        if (_isTaken)
        {
            simulation.After(Pauses[Math.Min(looks, Pauses.Length - 1)], () => Try(looks + 1, then));
            return;
        }
        _isTaken = true;
        then();
    }
}
