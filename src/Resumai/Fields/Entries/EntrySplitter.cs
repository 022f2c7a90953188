namespace Resumai.Fields.Entries;

/// <summary>
/// Cuts a section into entries and their heads into parts, all entries at once: for each number of head lines above the date the
/// pattern that all entries share is looked for, and the number wins whose pattern fits best.
/// </summary>
internal static class EntrySplitter
{
    private const int MostLinesAbove = 3, MostLinesBelow = 4;
    /// <summary>How much better an entry must fit a pattern of its own to leave that of its section.</summary>
    private const double Deviation = 2;
    /// <summary>How much better still to have an employer of its own below the one that all share.</summary>
    private const double OwnEmployer = 2;
    /// <summary>What each line costs that an entry should have above its date and has not: less where another entry's date stands there than where the section begins.</summary>
    private const double LessRoom = 0.3, NoRoom = 3;
    /// <summary>What a line costs that stands between a body and a head and belongs to neither.</summary>
    private const double LeftLine = 2;

    public static IReadOnlyList<Entry> Split(IReadOnlyList<EntryLine> all, EntryGrammar grammar)
    {
        var lines = all.Where(l => !l.IsIgnored).ToArray();
        var anchors = Anchors(lines);
        if (anchors.Count == 0)
        {
            var starts = UndatedStarts(lines);
            return starts.Count == 0 ? [] : new Hypothesis(lines, starts, 0, grammar, new RoleAligner(grammar)).Entries();
        }
        if (grammar.BelowOrganization is { } below && EmployerGroups.Find(lines, anchors) is { Count: > 0 } heads) return InGroups(lines, heads, below);
        return Likeliest(lines, anchors, grammar);
    }

    private static IReadOnlyList<Entry> Likeliest(EntryLine[] lines, IReadOnlyList<int> anchors, EntryGrammar grammar)
    {
        var aligner = new RoleAligner(grammar);
        if (LabelledForm.LinesAbove(lines, anchors) is { } labelled) return new Hypothesis(lines, anchors, labelled, grammar, aligner).Entries();
        var none = new Hypothesis(lines, anchors, 0, grammar, aligner);
        return Enumerable.Range(1, Math.Min(MostLinesAbove, none.Room))
            .Select(above => new Hypothesis(lines, anchors, above, grammar, aligner)).Prepend(none)
            .MaxBy(h => h.Score)!.Entries();
    }

    /// <summary>The entries of all groups, read together; the first of each finds the line of its group above it.</summary>
    private static IReadOnlyList<Entry> InGroups(EntryLine[] lines, IReadOnlyList<int> heads, EntryGrammar grammar)
    {
        EntryLine[] inside = [.. lines.Where((_, i) => !heads.Contains(i))];
        var anchors = Anchors(inside);
        var entries = Likeliest(inside, anchors, grammar);
        // Of the lines with dates that are left, the first behind a head begins its group.
        var first = heads.Select((head, i) => anchors.FindIndex(a => a >= head - i)).ToArray();
        return [.. entries.Select((entry, i) => Array.IndexOf(first, i) is >= 0 and var group ? entry with { Above = [.. entry.Above, lines[heads[group]]] } : entry)];
    }

    /// <summary>The lines whose dates date entries: single years in running positions count only where ranges do not set the tone.</summary>
    public static List<int> Anchors(EntryLine[] lines)
    {
        var anchors = Enumerable.Range(0, lines.Length).Where(i => lines[i].IsAnchor && !IsDeeper(lines, lines[i])).ToList();
        // "GPA: 3.4 · Scholarship 2014–2016" tells more of the entry above.
        if (anchors.Exists(i => !BeginsWithGrade(lines[i]))) anchors.RemoveAll(i => BeginsWithGrade(lines[i]));
        var ranges = anchors.Where(i => !lines[i].Date!.Range.IsSingle).ToList();
        if (ranges.Count * 2 < anchors.Count || ranges.Count == anchors.Count) return anchors;
        var spots = ranges.Select(i => lines[i].Spot).ToHashSet();
        return anchors.FindAll(i => !lines[i].Date!.Range.IsSingle || spots.Contains(lines[i].Spot));
    }

    private static bool BeginsWithGrade(EntryLine line) =>
        line.Text.Text.IndexOf(':') is > 1 and var colon && EntryLabels.TryGet(line.Text.Text[..colon], out var role) && role == EntryRole.Grade;

    /// <summary>A date at the end of a line that is set deeper than the heads of the page: part of a list item.</summary>
    private static bool IsDeeper(EntryLine[] lines, EntryLine line) =>
        line.Spot is DateSpot.LineEnd or DateSpot.LineStart && !line.First.Box.IsNone
        && lines.Any(l => l.IsAnchor && l.First.Page == line.First.Page && line.IsDeeperThan(l, l.First.Box.Left));

    /// <summary>Where no entry is dated: lines that stand out, or the first after running text.</summary>
    private static List<int> UndatedStarts(EntryLine[] lines)
    {
        var starts = Enumerable.Range(0, lines.Length).Where(i => !lines[i].IsBody && lines[i].Emphasis >= 0.8 && (i == 0 || lines[i - 1].IsBody || lines[i - 1].Emphasis < 0.8)).ToList();
        return starts.Count > 0 ? starts : Enumerable.Range(0, lines.Length).Where(i => !lines[i].IsBody && (i == 0 || lines[i - 1].IsBody || lines[i].GapAbove >= 0.5)).ToList();
    }

    /// <summary>One way to read the section: so many lines of each head stand above its date.</summary>
    private sealed class Hypothesis
    {
        private readonly EntryLine[] _lines;
        private readonly IReadOnlyList<int> _anchors;
        private readonly RoleAligner _aligner;
        private readonly EntryGrammar _grammar;
        private readonly int[] _lows, _starts, _ends;
        private readonly IReadOnlyDictionary<CellPlace, HeadCell>[] _cells;
        private readonly IReadOnlyDictionary<CellPlace, EntryRole[]> _orders;

        public Hypothesis(EntryLine[] lines, IReadOnlyList<int> anchors, int above, EntryGrammar grammar, RoleAligner aligner)
        {
            (_lines, _anchors, _aligner, _grammar) = (lines, anchors, aligner, grammar);
            _lows = [.. anchors.Select((anchor, i) => Low(anchor, i))];
            _starts = [.. anchors.Select((anchor, i) => Math.Max(_lows[i], anchor - above))];
            _ends = [.. anchors.Select((_, i) => i + 1 < anchors.Count ? _starts[i + 1] : lines.Length)];
            _cells = [.. anchors.Select((_, i) => Cells(i))];
            (_, _orders) = HeadPattern.Find(_cells, grammar, aligner);
            // Entry by entry: one that lost its parts to a neighbour must tell.
            Score = _cells.Sum(c => HeadPattern.Fit(c, _orders, grammar, aligner)) + anchors.Select((anchor, i) => Bounds(i) - (anchor == 0 ? NoRoom : LessRoom) * Math.Max(0, _lows[i] - (anchor - above))).Sum();
        }

        public double Score { get; }

        /// <summary>The most lines that may stand above a date: to think of more changes no head.</summary>
        public int Room => _anchors.Select((anchor, i) => anchor - _lows[i]).Max();

        public IReadOnlyList<Entry> Entries() => [.. _anchors.Select((_, i) => Entry(i))];

        private int Low(int anchor, int i)
        {
            var low = i == 0 ? 0 : _anchors[i - 1] + 1;
            for (var line = anchor - 1; line >= low; line--)
            {
                if (_lines[line].IsBody) return line + 1;
            }
            return low;
        }

        /// <summary>First line after the head's last possible one.</summary>
        private int HeadEnd(int i)
        {
            var end = _anchors[i] + 1;
            while (end < _ends[i] && end <= _anchors[i] + MostLinesBelow && !_lines[end].IsBody && !_lines[end].IsAnchor) end++;
            return end;
        }

        private Dictionary<CellPlace, HeadCell> Cells(int i)
        {
            var cells = new Dictionary<CellPlace, HeadCell>();
            for (var line = _starts[i]; line < HeadEnd(i); line++)
            {
                var number = 0;
                foreach (var cell in _aligner.Cells(_lines[line], line, line - _anchors[i])) cells[new CellPlace(line - _anchors[i], number++)] = cell;
            }
            return cells;
        }

        /// <summary>How well the entry's first line looks like a beginning.</summary>
        private double Bounds(int i)
        {
            var start = _lines[_starts[i]];
            var left = _starts[i] - _lows[i];
            var score = i == 0 || (_lows[i] > 0 && _lines[_lows[i] - 1].IsBody) ? -LeftLine * Math.Min(3, left) : 0.0;
            var rest = _lines[(_starts[i] + 1)..HeadEnd(i)];
            if (rest.Length > 0)
            {
                score += 0.5 * Math.Clamp(start.Emphasis - rest.Max(l => l.Emphasis), -1, 1);
                if (_starts[i] > 0) score += 0.6 * Math.Clamp(start.GapAbove - rest.Max(l => l.GapAbove), -1, 1);
            }
            return score;
        }

        private Entry Entry(int i)
        {
            var parts = new Dictionary<EntryRole, EntryPart>();
            var head = new HashSet<int> { _anchors[i] };
            var orders = Orders(i);
            foreach (var (place, cell) in _cells[i].OrderBy(c => c.Key))
            {
                foreach (var (role, start, length) in _aligner.Align(cell, orders[place]).Parts)
                {
                    if (role == EntryRole.Other) continue;
                    head.Add(_anchors[i] + place.Line);
                    var text = cell.Text.Slice(start, length);
                    parts.TryAdd(role, new EntryPart(text, _aligner.Score(cell, start, length, role), place));
                }
            }
            var anchor = _lines[_anchors[i]];
            return new Entry
            {
                Dates = anchor.Date?.Range,
                DateText = anchor.Date is { } date ? anchor.Text.Slice(date.Start, date.Length) : Passage.Empty,
                Parts = parts,
                Above = _lines[_lows[i].._starts[i]],
                Body = [.. Enumerable.Range(_starts[i], BodyEnd(i) - _starts[i]).Where(l => !head.Contains(l)).Select(l => _lines[l])],
            };
        }

        /// <summary>The section's pattern, or one of the entry's own where it speaks clearly against that.</summary>
        private IReadOnlyDictionary<CellPlace, EntryRole[]> Orders(int i)
        {
            if (_anchors.Count < 2 || _cells[i].Count == 0) return _orders;
            var (score, own) = HeadPattern.Find([_cells[i]], _grammar, _aligner);
            var shared = HeadPattern.IsAbove(EntryRole.Organization, _cells[i], _orders) && own.Values.Any(o => o.Contains(EntryRole.Organization));
            return score > HeadPattern.Fit(_cells[i], _orders, _grammar, _aligner) + Deviation + (shared ? OwnEmployer : 0) ? own : _orders;
        }

        /// <summary>Lines that stand above the next head after its predecessor's body are the next one's.</summary>
        private int BodyEnd(int i) => i + 1 < _anchors.Count && _lows[i + 1] > _anchors[i] + 1 ? Math.Max(_lows[i + 1], _anchors[i] + 1) : _ends[i];
    }
}
