namespace Resumai.Reading.Structure;

/// <summary>Orders text boxes of one anchor as they stand on the page: by columns from the left, each from its top.</summary>
internal static class BoxOrder
{
    /// <summary>Points; boxes that reach so far between them leave no room for text beside them.</summary>
    private const double Line = 380;

    /// <summary>True when several boxes of one anchor stand side by side over the width of a page.</summary>
    public static bool FillLine(IReadOnlyList<BoxNode> boxes) =>
        boxes.Count > 1 && boxes.Max(b => b.Bounds.Right) - boxes.Min(b => b.Bounds.Left) >= Line
        && boxes.Sum(b => b.Bounds.Width) >= Line * 0.6;

    public static IReadOnlyList<BoxNode> Sort(IReadOnlyList<BoxNode> boxes)
    {
        if (boxes.Count < 2 || boxes.Any(b => b.Bounds.IsNone)) return boxes;
        var columns = new List<(Box Reach, List<BoxNode> Boxes)>();
        foreach (var box in boxes.OrderBy(b => b.Bounds.Left))
        {
            var at = columns.FindIndex(c => c.Reach.HorizontalOverlap(box.Bounds) > 0.5 * Math.Min(c.Reach.Width, box.Bounds.Width));
            if (at < 0) columns.Add((box.Bounds, [box]));
            else
            {
                columns[at].Boxes.Add(box);
                columns[at] = (columns[at].Reach.Union(box.Bounds), columns[at].Boxes);
            }
        }
        return [.. columns.SelectMany(c => c.Boxes.OrderBy(b => b.Bounds.Top))];
    }
}
