namespace Resumai.Layout;

/// <summary>Finds a name set large, with a title below it perhaps, beside lines of contact details: the name is read whole first.</summary>
internal static class NameBlock
{
    /// <summary>So many times larger than the details.</summary>
    private const double Larger = 1.8;
    private const int MostNameRows = 4, FewestDetails = 2, MostDetails = 8;
    private const double Aligned = 0.15, Leading = 2.2;
    /// <summary>Points by which sizes differ that are one.</summary>
    private const double SameSize = 0.3;

    /// <summary>The gutter between name and details, without what stands above and below them; null where there is no such pair.</summary>
    public static Gutter? Find(Gutter gutter)
    {
        var (left, right) = (gutter.LeftRows, gutter.RightRows);
        return Of(gutter, left, right, left) ?? Of(gutter, left, right, right);
    }

    private static Gutter? Of(Gutter gutter, List<TextRow> left, List<TextRow> right, List<TextRow> name)
    {
        var largest = name.Max(r => r.Size);
        // A name over two rows begins with the first and is told from the last.
        var (first, head) = (name.Find(r => r.Size > largest - SameSize)!, name.FindLast(r => r.Size > largest - SameSize)!);
        var other = ReferenceEquals(name, left) ? right : left;
        var details = Together(other.FindAll(r => r.Size * Larger <= head.Size), head);
        if (details.Count is < FewestDetails or > MostDetails || details.Count < other.Count) return null;

        var (top, bottom) = (details[0].Box.Top, details[^1].Box.Bottom);
        var block = name.FindAll(r => r.Box.CenterY > Math.Min(top, first.Box.Top) && r.Box.CenterY < bottom);
        // The title below the name may reach below the details.
        foreach (var row in name.Where(r => block.Count > 0 && r.Baseline > block[^1].Baseline).ToList())
        {
            if (row.Size >= head.Size || row.Box.Top - block[^1].Box.Bottom > row.Size) break;
            block.Add(row);
        }
        if (!block.Contains(head) || block.Count > MostNameRows || head.Box.Top > details[^1].Box.Top) return null;
        // Details that all stand on rows of the other side are the right part of those rows.
        if (details.TrueForAll(d => block.Exists(r => Math.Abs(r.Baseline - d.Baseline) <= Aligned * d.Size))) return null;
        return ReferenceEquals(name, left) ? Cut(gutter, block, details) : Cut(gutter, details, block);
    }

    /// <summary>Rows that follow one another closely, beside or right below the large row.</summary>
    private static List<TextRow> Together(List<TextRow> rows, TextRow head)
    {
        var found = new List<TextRow>();
        foreach (var row in rows)
        {
            if (found.Count == 0 ? row.Box.Bottom > head.Box.Top && row.Box.Top < head.Box.Bottom : row.Baseline - found[^1].Baseline <= Leading * row.Size) found.Add(row);
            else if (found.Count > 0) break;
        }
        return found;
    }

    private static Gutter Cut(Gutter gutter, List<TextRow> left, List<TextRow> right) => gutter with
    {
        Top = Math.Min(left[0].Box.Top, right[0].Box.Top), Bottom = Math.Max(left[^1].Box.Bottom, right[^1].Box.Bottom),
        LeftSide = [.. left.SelectMany(r => r.Segments)], RightSide = [.. right.SelectMany(r => r.Segments)],
    };
}
