using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// A date or label in the left margin may run over more rows than one ("03/2019 –" over "today") while the entry beside it goes
/// on: the whole cell becomes the first part of the line it begins on.
/// </summary>
internal static class MarginCells
{
    private const double CellLeading = 1.6;
    private const double Aligned = 0.15, LooselyAligned = 0.45;
    private const double Larger = 1.12;
    /// <summary>In font sizes: the space between a heading in the margin and the date below it.</summary>
    private const double HeadingGap = 0.8;
    private const double SameGap = 1.12;

    public static List<LineDraft> Join(List<TextRow> rows, IReadOnlyList<Gutter> gutters)
    {
        var margin = gutters.Where(g => g.IsMargin).MaxBy(g => g.LeftSide.Count);
        if (margin is null) return WrappedHeads.Join(DatesAtEdge.Join([.. rows.Select(r => new LineDraft(r, [], r.Segments))]));

        var inMargin = margin.LeftSide.ToHashSet();
        var cells = TextRow.Of(margin.LeftSide);
        var entries = TextRow.Of(rows.SelectMany(r => r.Segments).Where(s => !inMargin.Contains(s)));
        return WrappedHeads.Join(DatesAtEdge.Join(Assemble(Cells(cells, entries), entries)));
    }

    /// <summary>Margin rows that are one cell.</summary>
    private static List<List<TextRow>> Cells(List<TextRow> margin, List<TextRow> entries)
    {
        var cells = new List<List<TextRow>>();
        foreach (var row in margin)
        {
            if (cells.Count > 0 && Continues(cells[^1][0], cells[^1][^1], row, entries)) cells[^1].Add(row);
            else cells.Add([row]);
        }
        return cells;
    }

    private static bool Continues(TextRow first, TextRow above, TextRow row, List<TextRow> entries)
    {
        if (row.Baseline - above.Baseline > CellLeading * Math.Max(row.Size, above.Size) || above.Size >= Larger * row.Size) return false;
        if (entries.Count == 0) return true;
        var (last, next) = (above.Segments[^1].Words[^1].Text, row.Segments[0].Words[0].Text);
        if (IsDash(last[^1]) || IsDash(next[0])) return true;
        if (BeginsAnew(first, row, entries)) return false;
        // A label over two rows, set otherwise than what it heads.
        if (char.IsLower(next[0]) && last[^1] != ':' && SetAlike(above, row) && !DateShape.HoldsYear(last) && !IsDated(row) && Beside(row, entries) is { } text && !SetAlike(row, text)) return true;
        // A month on one row has its year on the next.
        if (last.TrimEnd('.') is { Length: > 0 } word && char.IsLetter(word[^1]) && DateShape.BeginsWithYear(next) && SetAlike(above, row)) return true;
        // A heading over two rows.
        if (above.Size >= Larger * entries[entries.Count / 2].Size && SetAlike(above, row) && !IsDated(above) && !IsDated(row)) return true;
        if (Beside(row, entries) is not { } beside) return SetAlike(above, row) || StandsBeside(row, entries);
        // A date below or above the rest of its cell stands beside what is no other entry.
        return IsDated(above) != IsDated(row) && !IsDated(beside) && Beside(first, entries) is { } head && !IsDated(head) && !SetAlike(head, beside);
    }

    /// <summary>True when the row stands beside a line set like the one its cell began beside, and not like those between them.</summary>
    private static bool BeginsAnew(TextRow first, TextRow row, List<TextRow> entries)
    {
        var (head, here) = (entries.FindIndex(e => IsLooselyBeside(first, e)), entries.FindIndex(e => IsLooselyBeside(row, e)));
        if (head < 0 || here <= head + 1 || !BeginAlike(entries[here], entries[head])) return false;
        for (var i = head + 1; i < here; i++)
        {
            if (BeginAlike(entries[i], entries[head])) return false;
        }
        return true;
    }

    /// <summary>True when the row stands at the height of what is right of it: below that, what is set otherwise is a heading of its own.</summary>
    private static bool StandsBeside(TextRow row, List<TextRow> entries) => entries.Exists(e => e.Box.VerticalOverlap(row.Box) > 0);

    /// <summary>Heads of entries begin alike, whatever follows on their rows.</summary>
    private static bool BeginAlike(TextRow row, TextRow other) =>
        row.Segments[0].Words[0].Font is var font && other.Segments[0].Words[0].Font is var like && Same(font, like) && Math.Abs(font.Size - like.Size) < 0.3;

    private static bool IsLooselyBeside(TextRow row, TextRow entry) => Math.Abs(entry.Baseline - row.Baseline) <= LooselyAligned * row.Size;

    private static bool IsDated(TextRow row) => row.Segments.Any(s => s.Words.Any(w => DateShape.HoldsYear(w.Text)));

    private static TextRow? Beside(TextRow row, List<TextRow> entries) => entries.Find(e => IsBeside(row, e));

    private static bool IsBeside(TextRow row, TextRow entry) => Math.Abs(entry.Baseline - row.Baseline) <= Aligned * row.Size;

    private static bool SetAlike(TextRow above, TextRow row) => Same(above.Segments[0].Font, row.Segments[0].Font) && Math.Abs(above.Size - row.Size) < 0.3;

    private static bool Same(Font font, Font other) => font.Bold == other.Bold && font.Italic == other.Italic && font.Color == other.Color;

    private static bool IsDash(char c) => c is '-' or '–' or '—' or '−' or '/' or '‐';

    private static List<LineDraft> Assemble(List<List<TextRow>> cells, List<TextRow> entries)
    {
        var lines = new List<LineDraft>();
        var next = 0;
        var centred = Centred(cells, entries);
        for (var i = 0; i < entries.Count; i++)
        {
            var (entry, following) = (entries[i], i + 1 < entries.Count ? entries[i + 1] : null);
            // Cells that end above the entry have no entry of their own.
            while (next < cells.Count && cells[next][^1].Box.Bottom <= entry.Main.Box.Top + 0.3 * entry.Size)
            {
                lines.Add(Alone(cells[next++]));
            }
            var heading = next < cells.Count && Begins(cells[next], entry, following, centred) && IsHeading(cells[next], entry);
            if (heading) lines.Add(Alone(cells[next++]));
            // The heading pushes the date of its first entry down.
            var belongs = next < cells.Count && (Begins(cells[next], entry, following, centred) || (heading && IsBelow(cells[next], cells[next - 1])));
            lines.Add(new LineDraft(entry, belongs ? Text(cells[next++]) : [], entry.Segments));
        }
        while (next < cells.Count) lines.Add(Alone(cells[next++]));
        return lines;
    }

    /// <summary>True when the cell begins beside the row, or stands in the middle of the height of what the row begins.</summary>
    private static bool Begins(List<TextRow> cell, TextRow entry, TextRow? following, Dictionary<List<TextRow>, double> centred) =>
        cell[0].Main.Box.Top < entry.Main.Box.Bottom - 0.4 * entry.Size || (centred.TryGetValue(cell, out var top) && top == entry.Main.Box.Top)
        || (following is not null && cell[0].Main.Box.VerticalOverlap(entry.Main.Box) > Math.Max(0, cell[0].Main.Box.VerticalOverlap(following.Main.Box)));

    /// <summary>Cells set into the middle of the height of what stands beside them, with the top of that.</summary>
    private static Dictionary<List<TextRow>, double> Centred(List<List<TextRow>> cells, List<TextRow> entries)
    {
        var centred = new Dictionary<List<TextRow>, double>();
        foreach (var band in RowBand.Of(entries))
        {
            var inside = cells.FindAll(band.Centres);
            if (inside.Count != 1) continue;
            var at = entries.FindIndex(e => IsBeside(inside[0][0], e));
            // A heading beside a row with space above is the heading of what begins there.
            if (at < 0 || (IsHeading(inside[0], entries[at]) && at > 0 && entries[at].Baseline - entries[at - 1].Baseline <= SameGap * band.UsualGap)) centred[inside[0]] = band.Top;
        }
        return centred;
    }

    private static bool IsBelow(List<TextRow> cell, List<TextRow> heading) =>
        cell.Exists(r => r.LooksDated) && cell[0].Box.Top - heading[^1].Box.Bottom < HeadingGap * heading[^1].Size;

    /// <summary>Larger text in the margin is the heading of what stands beside it.</summary>
    private static bool IsHeading(List<TextRow> cell, TextRow entry) => cell[0].Size >= Larger * entry.Size && !cell.Exists(r => r.LooksDated);

    private static LineDraft Alone(List<TextRow> cell) => new(cell[0], Text(cell), []);

    private static List<Segment> Text(List<TextRow> cell) => [.. cell.SelectMany(r => r.Segments)];
}
