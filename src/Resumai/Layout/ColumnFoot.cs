namespace Resumai.Layout;

/// <summary>
/// Finds where columns begin and end. Above them a row of items may leave the gutter free by chance; below them rows may follow that leave the gutter free by chance (a date and title left of it, an
/// employer right of it); they stand apart from the columns by a space over both sides and read across.
/// </summary>
internal static class ColumnFoot
{
    /// <summary>Least space over both sides, in font sizes.</summary>
    private const double Space = 1.0;

    /// <summary>The gutter down to where its columns end; null when nothing of them is left.</summary>
    public static Gutter? Trim(Gutter gutter)
    {
        var bands = Bands(gutter);
        var kept = bands.Count;
        while (kept > 1 && (ReadsAcross(bands[kept - 1], gutter) || IsHeading(bands[kept - 1], gutter))) kept--;
        var first = kept > 1 && IsTabbed(bands[0], gutter) ? 1 : 0;
        if (first == 0 && kept == bands.Count) return gutter;
        var (top, bottom) = (bands[first].Min(s => s.Box.Top), kept == bands.Count ? double.PositiveInfinity : bands[kept].Min(s => s.Box.Top));
        return GutterFinder.Between(gutter, top, bottom) is { } trimmed && ColumnTest.Judge(trimmed) == GutterKind.Columns ? trimmed : null;
    }

    /// <summary>Rows of cells down to the heading of what follows them.</summary>
    public static Gutter WithoutHeading(Gutter gutter)
    {
        var bands = Bands(gutter);
        return bands.Count > 1 && IsHeading(bands[^1], gutter) && GutterFinder.Between(gutter, double.NegativeInfinity, bands[^1].Min(s => s.Box.Top)) is { } above ? above : gutter;
    }

    /// <summary>Text between spaces that go over both sides, from top to bottom.</summary>
    private static List<List<Segment>> Bands(Gutter gutter)
    {
        var bands = new List<List<Segment>>();
        var bottom = double.NegativeInfinity;
        foreach (var segment in gutter.LeftSide.Concat(gutter.RightSide).OrderBy(s => s.Box.Top))
        {
            if (bands.Count == 0 || segment.Box.Top - bottom > Space * segment.Size) bands.Add([]);
            bands[^1].Add(segment);
            bottom = Math.Max(bottom, segment.Box.Bottom);
        }
        return bands;
    }

    /// <summary>A line alone at the left, set larger or bolder than the text above it, heads what follows.</summary>
    private static bool IsHeading(List<Segment> band, Gutter gutter)
    {
        if (band.Count > 1 || band[0].Box.CenterX >= gutter.X) return false;
        var sizes = gutter.LeftSide.Select(s => s.Size).Order().ToArray();
        return band[0].Font.Bold || band[0].Size > 1.1 * sizes[sizes.Length / 2];
    }

    /// <summary>A row of items (contact details) above columns, one of which only happens to be right of the gutter.</summary>
    private static bool IsTabbed(List<Segment> band, Gutter gutter)
    {
        var right = TextRow.Of(band.Where(s => s.Box.CenterX >= gutter.X));
        if (right.Count != 1) return false;
        var left = TextRow.Of(band.Where(s => s.Box.CenterX < gutter.X));
        return left.Exists(r => r.Segments.Count > 1 && Math.Abs(r.Baseline - right[0].Baseline) < 0.15 * r.Size && r.Main.Font.Bold == right[0].Main.Font.Bold);
    }

    private static bool ReadsAcross(List<Segment> band, Gutter gutter)
    {
        var left = TextRow.Of(band.Where(s => s.Box.CenterX < gutter.X));
        var right = TextRow.Of(band.Where(s => s.Box.CenterX >= gutter.X));
        return left.Count > 0 && right.Count > 0 && ColumnTest.StandOnRows(left, right);
    }
}
