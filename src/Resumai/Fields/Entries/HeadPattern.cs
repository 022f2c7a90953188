namespace Resumai.Fields.Entries;

/// <summary>Where a cell stands in its entry: lines below the date's line (above is negative), and the number of the cell in its line.</summary>
internal readonly record struct CellPlace(int Line, int Cell) : IComparable<CellPlace>
{
    public int CompareTo(CellPlace other) => Line != other.Line ? Line.CompareTo(other.Line) : Cell.CompareTo(other.Cell);
}

/// <summary>
/// Finds what stands where in the heads of a section's entries. All entries vote on one pattern: each place gets the order of
/// roles that fits its cells best over all entries, with one title and one organisation an entry.
/// </summary>
internal static class HeadPattern
{
    private const double HeadAfterOther = 0.4;
    private const int Roles = (int)EntryRole.Other + 1;
    /// <summary>The bits of the roles that one head has once.</summary>
    private const int OnceEach = (1 << Roles) - 1 - (1 << (int)EntryRole.Other) - (1 << (int)EntryRole.Grade);

    private static readonly EntryRole[] Wanted = [EntryRole.Title, EntryRole.Organization, EntryRole.Field];

    /// <summary>The order of roles of each place, and how well the pattern fits in all.</summary>
    public static (double Score, IReadOnlyDictionary<CellPlace, EntryRole[]> Orders) Find(
        IReadOnlyList<IReadOnlyDictionary<CellPlace, HeadCell>> entries, EntryGrammar grammar, RoleAligner aligner)
    {
        var places = Places(entries);
        var (orders, uses) = (grammar.Orders, aligner.Uses);
        var states = new List<State> { new(0, 0, null, []) };
        var scores = new double[orders.Count];
        // By the roles used: the best way to each.
        var best = new Step?[1 << Roles];
        foreach (var place in places)
        {
            var cells = new List<HeadCell>(entries.Count);
            foreach (var entry in entries)
            {
                if (entry.TryGetValue(place, out var cell)) cells.Add(cell);
            }
            Array.Clear(scores);
            foreach (var cell in cells)
            {
                var fits = aligner.Fits(cell);
                for (var i = 0; i < scores.Length; i++) scores[i] += fits[i];
            }
            var next = new List<int>();
            foreach (var state in states)
            {
                for (var i = 0; i < scores.Length; i++)
                {
                    // A role that would be used twice.
                    if ((state.Used & uses[i] & OnceEach) != 0) continue;
                    var now = state.Used | uses[i];
                    var total = state.Score + scores[i] - Penalty(state.Used, orders[i], place) * cells.Count;
                    if (best[now] is null) next.Add(now);
                    if (best[now] is not { } known || total > known.Score) best[now] = new Step(total, state, i);
                }
            }
            states = next.ConvertAll(used => new State(used, best[used]!.Value.Score, best[used]!.Value.Before, orders[best[used]!.Value.Order], place));
            Array.Clear(best);
        }
        var (score, winner) = states.Select(s => (s.Score - entries.Count * Missing(grammar, s.Used), s)).MaxBy(s => s.Item1);
        return (score, winner.Orders());
    }

    private static List<CellPlace> Places(IReadOnlyList<IReadOnlyDictionary<CellPlace, HeadCell>> entries)
    {
        var places = new List<CellPlace>();
        foreach (var entry in entries)
        {
            foreach (var place in entry.Keys)
            {
                if (!places.Contains(place)) places.Add(place);
            }
        }
        places.Sort();
        return places;
    }

    /// <summary>How well one entry fits given orders.</summary>
    public static double Fit(IReadOnlyDictionary<CellPlace, HeadCell> cells, IReadOnlyDictionary<CellPlace, EntryRole[]> orders, EntryGrammar grammar, RoleAligner aligner)
    {
        var (score, used) = (0.0, 0);
        foreach (var (place, cell) in cells.OrderBy(c => c.Key))
        {
            var alignment = aligner.Align(cell, orders[place]);
            score += alignment.Score - Penalty(used, orders[place], place);
            foreach (var part in alignment.Parts) used |= Bit(part.Role);
        }
        // An employer printed once above several posts is not missing in those below it.
        return score - Missing(grammar, IsAbove(EntryRole.Organization, cells, orders) ? used | Bit(EntryRole.Organization) : used);
    }

    /// <summary>True when the orders give a role a place above all cells of an entry, which has to look for it further up.</summary>
    public static bool IsAbove(EntryRole role, IReadOnlyDictionary<CellPlace, HeadCell> cells, IReadOnlyDictionary<CellPlace, EntryRole[]> orders) =>
        orders.Any(o => o.Value.Contains(role) && cells.Keys.All(c => c.Line > o.Key.Line));

    private static double Missing(EntryGrammar grammar, int used)
    {
        var missing = 0.0;
        foreach (var role in Wanted)
        {
            if ((used & Bit(role)) == 0) missing += grammar.Missing(role);
        }
        return missing;
    }

    /// <summary>The bits of an order's roles.</summary>
    public static int Use(EntryRole[] order) => order.Aggregate(0, (used, role) => used | Bit(role));

    private static double Penalty(int used, EntryRole[] order, CellPlace place) =>
        (place.Line > 0 && (used & Bit(EntryRole.Other)) != 0 && order[0] != EntryRole.Other ? HeadAfterOther : 0)
        + (place.Line <= 0 && order[0] == EntryRole.Other ? 0.3 : 0);

    private static int Bit(EntryRole role) => 1 << (int)role;

    /// <param name="Order">Its number among the grammar's.</param>
    private readonly record struct Step(double Score, State Before, int Order);

    private sealed record State(int Used, double Score, State? Before, EntryRole[] Order, CellPlace? Place = null)
    {
        public IReadOnlyDictionary<CellPlace, EntryRole[]> Orders()
        {
            var orders = new Dictionary<CellPlace, EntryRole[]>();
            for (var state = this; state is { Place: { } place }; state = state.Before!) orders[place] = state.Order;
            return orders;
        }
    }
}
