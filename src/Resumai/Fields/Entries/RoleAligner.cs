using Resumai.Tagging;

namespace Resumai.Fields.Entries;

/// <summary>A cell's text given to roles: which stretch is which.</summary>
internal sealed record Alignment(double Score, IReadOnlyList<(EntryRole Role, int Start, int Length)> Parts);

/// <summary>
/// Gives the pieces of a cell to an order of roles: neighbouring pieces may be joined to one part, at a price that grows with the
/// separator between them, and a role may stay empty.
/// </summary>
internal sealed class RoleAligner(EntryGrammar grammar)
{
    private const double EmptyRole = 0.5, DetachedByPreposition = 1, LeftOut = 0.3;
    /// <summary>What the trained weights count beside the rules over words; found on renderings left out of the training.</summary>
    private const double Learnt = 0.4;

    private readonly Dictionary<(int, int), IReadOnlyList<HeadCell>> _cells = [];
    private readonly Dictionary<HeadCell, AlignedCell> _aligned = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, SeenText> _seen = [];
    private readonly Dictionary<EntryRole[], int> _orders = grammar.Orders.Select((order, i) => (order, i)).ToDictionary(o => o.order, o => o.i);
    private readonly List<(EntryRole, int, int)> _parts = [], _best = [];
    private readonly FeatureList _features = new();

    /// <summary>The roles of each of the grammar's orders, as bits.</summary>
    public int[] Uses { get; } = [.. grammar.Orders.Select(HeadPattern.Use)];

    /// <summary>The cells of a line so far below the entry's date, cut once for all ways to read the section.</summary>
    /// <param name="number">Of the line in its section.</param>
    public IReadOnlyList<HeadCell> Cells(EntryLine line, int number, int below)
    {
        var key = (number, below);
        if (!_cells.TryGetValue(key, out var cells)) _cells[key] = cells = HeadCell.Of(line, below, grammar.Lexicon);
        return cells;
    }

    /// <summary>How well each of the grammar's orders fits the cell.</summary>
    public IReadOnlyList<double> Fits(HeadCell cell)
    {
        var aligned = Aligned(cell);
        if (aligned.Fits is { } known) return known;
        var fits = new double[aligned.ByOrder.Length];
        for (var i = 0; i < fits.Length; i++) fits[i] = (aligned.ByOrder[i] ??= Find(aligned, grammar.Orders[i])).Score;
        return aligned.Fits = fits;
    }

    public Alignment Align(HeadCell cell, EntryRole[] order)
    {
        var aligned = Aligned(cell);
        return _orders.TryGetValue(order, out var number) ? aligned.ByOrder[number] ??= Find(aligned, order) : Find(aligned, order);
    }

    private AlignedCell Aligned(HeadCell cell)
    {
        if (!_aligned.TryGetValue(cell, out var aligned)) _aligned[cell] = aligned = new AlignedCell(cell, new Alignment?[_orders.Count], new double[]?[cell.Pieces.Length * cell.Pieces.Length]);
        return aligned;
    }

    private Alignment Find(AlignedCell aligned, EntryRole[] order)
    {
        var best = double.NegativeInfinity;
        _best.Clear();
        Extend(aligned, order, 0, 0, 0, ref best);
        // A form's label tells what leads the cell.
        if (aligned.Cell.Role is { } role) best += order[0] == role ? 3 : -1;
        return new Alignment(best, [.. _best]);
    }

    private void Extend(AlignedCell aligned, EntryRole[] order, int role, int piece, double score, ref double best)
    {
        var cell = aligned.Cell;
        if (piece == cell.Pieces.Length)
        {
            var total = score - EmptyRole * (order.Length - role);
            if (_parts.Count == 0 || total <= best) return;
            best = total;
            _best.Clear();
            _best.AddRange(_parts);
            return;
        }
        if (role == order.Length) return;
        // What follows "for", "in" goes on with what is before it, unless it is where somebody worked.
        var joined = cell.Pieces[piece].Before == Separation.Preposition && order[role] is EntryRole.Field or EntryRole.Place ? DetachedByPreposition : 0;
        for (var end = piece; end < cell.Pieces.Length; end++)
        {
            if (end > piece) joined += Price(cell.Pieces[end].Before, order[role]);
            var start = cell.Pieces[piece].Start;
            var length = Closed(cell, start, cell.Pieces[end].End - start);
            _parts.Add((order[role], start, length));
            Extend(aligned, order, role + 1, end + 1, score - joined + Scores(aligned, piece, end)[(int)order[role]], ref best);
            _parts.RemoveAt(_parts.Count - 1);
        }
        if (order.Length > 1) Extend(aligned, order, role + 1, piece, score - EmptyRole, ref best);
        // A department, a team: part of the head, and of nothing that is looked for.
        if (piece > 0) Extend(aligned, order, role, piece + 1, score - LeftOut, ref best);
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

    /// <summary>How well a part fits its role, for the confidence in it.</summary>
    public double Score(HeadCell cell, int start, int length, EntryRole role)
    {
        var first = Math.Max(0, FindPiece(cell, p => p.Start >= start));
        var last = FindPiece(cell, p => p.End >= start + length - 1);
        return Scores(Aligned(cell), first, last < first ? cell.Pieces.Length - 1 : last)[(int)role];
    }

    private static int FindPiece(HeadCell cell, Func<HeadPiece, bool> fits)
    {
        for (var i = 0; i < cell.Pieces.Length; i++)
        {
            if (fits(cell.Pieces[i])) return i;
        }
        return -1;
    }

    private double[] Scores(AlignedCell aligned, int first, int last) =>
        aligned.ByStretch[first * aligned.Cell.Pieces.Length + last] ??= Scores(aligned.Cell, first, last);

    private double[] Scores(HeadCell cell, int first, int last)
    {
        var start = cell.Pieces[first].Start;
        var seen = Seen(cell.Text.Text.Substring(start, Closed(cell, start, cell.Pieces[last].End - start)));
        PieceFeatures.Of(cell, first, last, seen.Evidence, grammar.Lexicon, _features);
        var scores = grammar.Model.Scores(_features);
        for (var role = 0; role < scores.Length; role++) scores[role] = seen.Scores[role] + Learnt * scores[role];
        return scores;
    }

    /// <summary>What a text speaks for by its words alone, wherever it stands.</summary>
    private SeenText Seen(string text)
    {
        if (_seen.TryGetValue(text, out var known)) return known;
        var evidence = grammar.Evidence(text);
        var scores = new double[PieceModel.Classes - 1];
        for (var role = 0; role < scores.Length; role++) scores[role] = grammar.Score(text, evidence, (EntryRole)role);
        return _seen[text] = new SeenText(evidence, scores);
    }

    /// <summary>A cell with what was worked out of it before: by the number of the grammar's order, and by its first and last piece.</summary>
    private sealed record AlignedCell(HeadCell Cell, Alignment?[] ByOrder, double[]?[] ByStretch)
    {
        public double[]? Fits { get; set; }
    }

    private sealed record SeenText(HeadEvidence Evidence, double[] Scores);
}
