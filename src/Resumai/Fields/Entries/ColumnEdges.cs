using Resumai.Layout;

namespace Resumai.Fields.Entries;

/// <summary>How far the lines of each column reach to the right: where a line was full, the next one may run on from it.</summary>
internal sealed class ColumnEdges
{
    /// <summary>Columns whose left edges differ by less are one.</summary>
    private const double SameColumn = 40;

    private readonly List<(int Page, double Left, double Right)> _columns = [];

    public ColumnEdges(IEnumerable<TextLine> lines)
    {
        foreach (var column in lines.Where(l => !l.Box.IsNone).GroupBy(l => (l.Page, Left: Math.Round(Left(l) / 10))))
        {
            _columns.Add((column.Key.Page, column.Min(Left), column.Max(l => l.Box.Right)));
        }
    }

    /// <summary>True when the first word of the line would not have fitted on the line above it.</summary>
    public bool Wraps(TextLine above, TextLine line)
    {
        if (line.Words.Count == 0 || above.Box.IsNone) return false;
        var left = Left(line);
        var right = _columns.Where(c => c.Page == above.Page && Math.Abs(c.Left - left) < SameColumn).Select(c => c.Right).DefaultIfEmpty(double.MaxValue).Max();
        return above.Box.Right + line.Words[0].Word.Box.Width + 0.2 * above.Font.Size > right;
    }

    private static double Left(TextLine line) => line.Box.Left - line.Indent;
}
