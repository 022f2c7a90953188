using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>A ground painted along most of a text's height makes what stands on it a column of its own.</summary>
internal static class PanelColumns
{
    /// <summary>The part of the text's height that the ground runs along at least, and of its width that it takes at most.</summary>
    private const double Tall = 0.75, Wide = 0.7;
    private const int FewestRows = 3;
    /// <summary>Points that text may reach over the edge of its ground.</summary>
    private const double Over = 1;

    /// <summary>The gutter at the edge of the ground; null where there is none or text runs over it.</summary>
    public static Gutter? Find(IReadOnlyList<Segment> segments, IReadOnlyList<Box> panels)
    {
        var text = segments.Aggregate(Box.None, (box, s) => box.Union(s.Box));
        foreach (var panel in panels)
        {
            if (panel.VerticalOverlap(text) < Tall * text.Height || panel.HorizontalOverlap(text) > Wide * text.Width) continue;
            var beside = segments.Where(s => s.Box.CenterY > panel.Top && s.Box.CenterY < panel.Bottom).ToLookup(s => s.Box.Left > panel.Left - Over && s.Box.Right < panel.Right + Over);
            var (inside, outside) = (beside[true].ToList(), beside[false].ToList());
            if (inside.Count < FewestRows || outside.Count < FewestRows) continue;
            var isLeft = outside.TrueForAll(s => s.Box.Left > panel.Right - Over);
            if (!isLeft && !outside.TrueForAll(s => s.Box.Right < panel.Left + Over)) continue;
            var (left, right) = isLeft ? (inside, outside) : (outside, inside);
            return new Gutter(left.Max(s => s.Box.Right), right.Min(s => s.Box.Left), beside.Min(g => g.Min(s => s.Box.Top)), beside.Max(g => g.Max(s => s.Box.Bottom)), left, right);
        }
        return null;
    }
}
