namespace Resumai.Fields.Entries;

/// <summary>A cell's text given to roles: which stretch is which.</summary>
internal sealed record Alignment(double Score, IReadOnlyList<(EntryRole Role, int Start, int Length)> Parts);

/// <summary>
/// Gives the pieces of a cell to an order of roles: neighbouring pieces may be joined to one part, at a price that grows with the
/// separator between them, and a role may stay empty.
/// </summary>
internal sealed class RoleAligner(EntryGrammar grammar)
{
    private const double EmptyRole = 0.5, DetachedByPreposition = 1;
    private readonly Dictionary<(string Text, EntryRole Role), double> _scores = [];

    public Alignment Align(HeadCell cell, EntryRole[] order)
    {
        var best = new Alignment(double.NegativeInfinity, []);
        Extend(cell, order, 0, 0, 0, [], ref best);
        // A form's label tells what leads the cell.
        return cell.Role is { } role ? best with { Score = best.Score + (order[0] == role ? 3 : -1) } : best;
    }

    private void Extend(HeadCell cell, EntryRole[] order, int role, int piece, double score, List<(EntryRole, int, int)> parts, ref Alignment best)
    {
        if (piece == cell.Pieces.Count)
        {
            var total = score - EmptyRole * (order.Length - role);
            if (parts.Count > 0 && total > best.Score) best = new Alignment(total, [.. parts]);
            return;
        }
        if (role == order.Length) return;
        // What follows "for", "in" goes on with what is before it, unless it is where somebody worked.
        var joined = cell.Pieces[piece].Before == Separation.Preposition && order[role] is EntryRole.Field or EntryRole.Place ? DetachedByPreposition : 0;
        for (var end = piece; end < cell.Pieces.Count; end++)
        {
            if (end > piece) joined += Price(cell.Pieces[end].Before, order[role]);
            var start = cell.Pieces[piece].Start;
            var length = Closed(cell, start, cell.Pieces[end].End - start);
            parts.Add((order[role], start, length));
            Extend(cell, order, role + 1, end + 1, score - joined + Score(cell.Text.Text.Substring(start, length), order[role]), parts, ref best);
            parts.RemoveAt(parts.Count - 1);
        }
        if (order.Length > 1) Extend(cell, order, role + 1, piece, score - EmptyRole, parts, ref best);
    }

    /// <summary>Takes the closing bracket along that belongs to an opening one inside.</summary>
    private static int Closed(HeadCell cell, int start, int length)
    {
        var text = cell.Text.Text;
        var end = start + length;
        if (end >= text.Length || text[end] is not (')' or ']')) return length;
        return text.AsSpan(start, length).IndexOfAny('(', '[') >= 0 ? length + 1 : length;
    }

    private static double Price(Separation separation, EntryRole role) => separation switch
    {
        Separation.Comma => role switch { EntryRole.Place or EntryRole.Field => 0.05, EntryRole.Organization => 0.35, _ => 0.15 },
        Separation.Bracket => role == EntryRole.Organization ? 0.35 : 0.15,
        Separation.Preposition => 0.3,
        Separation.Strong => 0.7,
        _ => 0,
    };

    public double Score(string text, EntryRole role)
    {
        if (_scores.TryGetValue((text, role), out var known)) return known;
        return _scores[(text, role)] = grammar.Score(text, role);
    }
}
