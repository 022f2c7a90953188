namespace Resumai.Bench.Scale.Events;

/// <summary>
/// Processors shared evenly by all that want to compute (egalitarian processor sharing): each task has a processor to itself while there are enough, then
/// an equal share of all.
/// </summary>
/// <remarks>
/// Kept in virtual time: every task has been served for the same time since it came, so that a task's end is known by one number when it comes, and only the
/// first end has to be planned.
/// </remarks>
/// <param name="crowding">How much more processor time the same work takes when all processors are busy (shared caches, hyperthreads), as a share of it.</param>
public sealed class Cores(Simulation simulation, int count, double crowding = 0)
{
    private readonly PriorityQueue<Action, (double End, long Order)> _tasks = new();
    private double _served;
    private double _since;
    private double _busy;
    private double _rate;
    private long _order;
    private long _plan;

    public int Count => count;

    /// <summary>Processor seconds spent so far.</summary>
    public double BusySeconds
    {
        get
        {
            Advance();
            return _busy;
        }
    }

    /// <summary>Computes for so many seconds of one processor alone, then goes on with <paramref name="then"/>.</summary>
    public void Use(double seconds, Action then)
    {
        if (seconds <= 0)
        {
            simulation.After(0, then);
            return;
        }
        Advance();
        var end = _served + seconds;
        var isFirst = !_tasks.TryPeek(out _, out var first) || end < first.End;
        _tasks.Enqueue(then, (end, _order++));
        Plan(isFirst);
    }

    private void Advance()
    {
        var passed = simulation.Now - _since;
        _since = simulation.Now;
        _served += passed * _rate;
        _busy += passed * Math.Min(_tasks.Count, count);
    }

    private void Plan(bool firstChanged)
    {
        var rate = RateOf(_tasks.Count);
        if (rate == _rate && !firstChanged) return;
        _rate = rate;
        var plan = ++_plan;
        if (!_tasks.TryPeek(out _, out var first)) return;
        simulation.After(Math.Max(0, (first.End - _served) / rate), () => End(plan));
    }

    private void End(long plan)
    {
        if (plan != _plan) return;
        Advance();
        _tasks.TryDequeue(out var then, out var ended);
        // Exactly, whatever was lost in adding up.
        _served = ended.End;
        Plan(firstChanged: true);
        then!();
    }

    private double RateOf(int tasks)
    {
        if (tasks == 0) return 0;
        var crowded = count == 1 ? 0 : (Math.Min(tasks, count) - 1.0) / (count - 1);
        return Math.Min(1, count / (double)tasks) / (1 + crowding * crowded);
    }
}
