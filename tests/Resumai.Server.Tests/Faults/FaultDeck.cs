namespace Resumai.Server.Tests.Faults;

/// <summary>Deals faults in an order of chance in which each comes once before any comes again: one a round, then two, in turn.</summary>
public sealed class FaultDeck(IReadOnlyList<Fault> faults, Random chance)
{
    private readonly Queue<Fault> _left = new();
    private int _rounds;

    /// <summary>The faults of the next round, all different.</summary>
    public IReadOnlyList<Fault> Deal()
    {
        var hand = new List<Fault> { Next() };
        if (_rounds++ % 2 == 1 && Next() is var second && second != hand[0]) hand.Add(second);
        return hand;
    }

    private Fault Next()
    {
        if (_left.Count == 0)
        {
            var shuffled = faults.ToArray();
            chance.Shuffle(shuffled);
            foreach (var fault in shuffled) _left.Enqueue(fault);
        }
        return _left.Dequeue();
    }
}
