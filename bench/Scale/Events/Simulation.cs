namespace Resumai.Bench.Scale.Events;

/// <summary>
/// Simulated time and what is to happen in it, one thing after another: what is due at the same time happens in the order in which it was planned,
/// so that a seed gives the same run everywhere. Not thread-safe.
/// </summary>
public sealed class Simulation(int seed)
{
    private readonly PriorityQueue<Action, (double At, long Order)> _planned = new();
    private long _order;

    /// <summary>Seconds since the beginning.</summary>
    public double Now { get; private set; }

    public Random Random { get; } = new(seed);

    /// <param name="seconds">0 or more.</param>
    public void After(double seconds, Action what)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seconds);
        _planned.Enqueue(what, (Now + seconds, _order++));
    }

    /// <summary>A time with this mean, exponentially distributed: what lies between arrivals that know nothing of each other.</summary>
    public double Exponential(double mean) => -mean * Math.Log(1 - Random.NextDouble());

    /// <summary>Until nothing is planned any more, or so many seconds have passed.</summary>
    public void Run(double until = double.PositiveInfinity)
    {
        while (_planned.TryPeek(out var what, out var due) && due.At <= until)
        {
            _planned.Dequeue();
            Now = due.At;
            what();
        }
    }
}
