namespace Resumai.Fields.Entries;

/// <summary>Where a cell stands in its entry: lines below the date's line (above is negative), and the number of the cell in its line.</summary>
internal readonly record struct CellPlace(int Line, int Cell) : IComparable<CellPlace>
{
    public int CompareTo(CellPlace other) => (Line, Cell).CompareTo((other.Line, other.Cell));
}

/// <summary>
/// Finds what stands where in the heads of a section's entries. All entries vote on one pattern: each place gets the order of
/// roles that fits its cells best over all entries, with one title and one organisation an entry.
/// </summary>
internal static class HeadPattern
{
    private const double HeadAfterOther = 0.4;

    /// <summary>The order of roles of each place, and how well the pattern fits in all.</summary>
    public static (double Score, IReadOnlyDictionary<CellPlace, EntryRole[]> Orders) Find(
        IReadOnlyList<IReadOnlyDictionary<CellPlace, HeadCell>> entries, EntryGrammar grammar, RoleAligner aligner)
    {
        var places = entries.SelectMany(e => e.Keys).Distinct().Order().ToArray();
        var states = new Dictionary<int, State> { [0] = new(0, null, []) };
        foreach (var place in places)
        {
            var cells = entries.Where(e => e.ContainsKey(place)).Select(e => e[place]).ToArray();
            var options = grammar.Orders.Select(order => (Order: order, Score: cells.Sum(c => aligner.Align(c, order).Score))).ToArray();
            var next = new Dictionary<int, State>();
            foreach (var (used, state) in states)
            {
                foreach (var (order, score) in options)
                {
                    if (Use(used, order) is not { } now) continue;
                    var total = state.Score + score - Penalty(used, order, place) * cells.Length;
                    if (!next.TryGetValue(now, out var best) || total > best.Score) next[now] = new State(total, state, order, place);
                }
            }
            states = next;
        }
        var (score_, winner) = states.Select(s => (s.Value.Score - entries.Count * Missing(grammar, s.Key), s.Value)).MaxBy(s => s.Item1);
        return (score_, winner.Orders());
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
        var above = orders.Any(o => o.Value.Contains(EntryRole.Organization) && cells.Keys.All(c => c.Line > o.Key.Line));
        return score - Missing(grammar, above ? used | Bit(EntryRole.Organization) : used);
    }

    private static double Missing(EntryGrammar grammar, int used) =>
        ((EntryRole[])[EntryRole.Title, EntryRole.Organization, EntryRole.Field]).Where(r => (used & Bit(r)) == 0).Sum(grammar.Missing);

    /// <summary>The roles used with these, or null when one would be used twice or the head has ended.</summary>
    private static int? Use(int used, EntryRole[] order)
    {
        foreach (var role in order)
        {
            if (role is EntryRole.Other or EntryRole.Grade)
            {
                used |= Bit(role);
                continue;
            }
            if ((used & Bit(role)) != 0) return null;
            used |= Bit(role);
        }
        return used;
    }

    private static double Penalty(int used, EntryRole[] order, CellPlace place) =>
        (place.Line > 0 && (used & Bit(EntryRole.Other)) != 0 && order[0] != EntryRole.Other ? HeadAfterOther : 0)
        + (place.Line <= 0 && order[0] == EntryRole.Other ? 0.3 : 0);

    private static int Bit(EntryRole role) => 1 << (int)role;

    private sealed record State(double Score, State? Before, EntryRole[] Order, CellPlace? Place = null)
    {
        public IReadOnlyDictionary<CellPlace, EntryRole[]> Orders()
        {
            var orders = new Dictionary<CellPlace, EntryRole[]>();
            for (var state = this; state is { Place: { } place }; state = state.Before!) orders[place] = state.Order;
            return orders;
        }
    }
}
