using Resumai.Sections;

namespace Resumai.Fields.Entries;

/// <summary>Where a cell stands in its entry, and how it is set against its line and section.</summary>
/// <param name="Below">Lines below the entry's date; negative above it.</param>
/// <param name="Number">Of the cell in its line, from 0.</param>
/// <param name="Count">Cells in the line.</param>
/// <param name="Dated">Where the date stands in the cell's line.</param>
/// <param name="Emphasis">How far the line stands out, in halves.</param>
internal readonly record struct CellContext(int Below, int Number, int Count, DateSpot Dated, int Emphasis, bool Bold, bool Italic, bool Capitals)
{
    public static CellContext Of(HeadCell cell, EntryLine line, int below, int number, int count)
    {
        var style = cell.Text.Spans is [var first, ..] ? LineStyle.Of(first) : line.Style;
        var italic = cell.Text.Spans is [var span, ..] && span.Line.Words.Any(w => w.Start >= span.Start && w.Start < span.End && w.Word.Font.Italic);
        return new CellContext(below, number, count, line.Spot, (int)Math.Round(Math.Clamp(line.Emphasis, -1, 3) * 2), style.Bold, italic, style.Capitals);
    }
}
