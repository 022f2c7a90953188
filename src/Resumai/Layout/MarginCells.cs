namespace Resumai.Layout;

/// <summary>
/// A date or label in the left margin may run over more rows than one ("03/2019 –" over "today") while the entry beside it goes
/// on: the whole cell becomes the first part of the line it begins on.
/// </summary>
internal static class MarginCells
{
    private const double CellLeading = 1.6;
    private const double Aligned = 0.15;
    private const double Larger = 1.12;

    public static List<LineDraft> Join(List<TextRow> rows, IReadOnlyList<Gutter> gutters)
    {
        var margin = gutters.Where(g => Length(g.LeftSide) <= Length(g.RightSide)).MaxBy(g => g.LeftSide.Count);
        if (margin is null) return [.. rows.Select(r => new LineDraft(r, [], r.Segments))];

        var inMargin = margin.LeftSide.ToHashSet();
        var cells = TextRow.Of(margin.LeftSide);
        var entries = TextRow.Of(rows.SelectMany(r => r.Segments).Where(s => !inMargin.Contains(s)));
        return Assemble(Cells(cells, entries), entries);
    }

    private static int Length(IReadOnlyList<Segment> side) => side.Sum(s => s.Length);

    /// <summary>Margin rows that are one cell.</summary>
    private static List<List<TextRow>> Cells(List<TextRow> margin, List<TextRow> entries)
    {
        var cells = new List<List<TextRow>>();
        foreach (var row in margin)
        {
            if (cells.Count > 0 && Continues(cells[^1][^1], row, entries)) cells[^1].Add(row);
            else cells.Add([row]);
        }
        return cells;
    }

    private static bool Continues(TextRow above, TextRow row, List<TextRow> entries)
    {
        if (row.Baseline - above.Baseline > CellLeading * Math.Max(row.Size, above.Size)) return false;
        if (IsDash(above.Segments[^1].Words[^1].Text[^1]) || IsDash(row.Segments[0].Words[0].Text[0])) return true;
        return !entries.Exists(e => Math.Abs(e.Baseline - row.Baseline) <= Aligned * row.Size);
    }

    private static bool IsDash(char c) => c is '-' or '–' or '—' or '−' or '/' or '‐';

    private static List<LineDraft> Assemble(List<List<TextRow>> cells, List<TextRow> entries)
    {
        var lines = new List<LineDraft>();
        var next = 0;
        foreach (var entry in entries)
        {
            // Cells that end above the entry have no entry of their own.
            while (next < cells.Count && cells[next][^1].Box.Bottom <= entry.Main.Box.Top + 0.3 * entry.Size)
            {
                lines.Add(Alone(cells[next++]));
            }
            if (next < cells.Count && cells[next][0].Main.Box.Top < entry.Main.Box.Bottom - 0.4 * entry.Size)
            {
                var cell = cells[next++];
                if (IsHeading(cell, entry))
                {
                    lines.Add(Alone(cell));
                    lines.Add(new LineDraft(entry, [], entry.Segments));
                }
                else
                {
                    lines.Add(new LineDraft(entry, Text(cell), entry.Segments));
                }
            }
            else
            {
                lines.Add(new LineDraft(entry, [], entry.Segments));
            }
        }
        while (next < cells.Count) lines.Add(Alone(cells[next++]));
        return lines;
    }

    /// <summary>Larger text in the margin is the heading of what stands beside it.</summary>
    private static bool IsHeading(List<TextRow> cell, TextRow entry) => cell[0].Size >= Larger * entry.Size && !cell.Exists(r => r.LooksDated);

    private static LineDraft Alone(List<TextRow> cell) => new(cell[0], Text(cell), []);

    private static List<Segment> Text(List<TextRow> cell) => [.. cell.SelectMany(r => r.Segments)];
}
