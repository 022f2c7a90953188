namespace Resumai.Layout;

/// <summary>Says what a stretch of a gutter parts and what is won by cutting there.</summary>
internal interface IGutterJudge
{
    GutterGains Judge(GutterStretch stretch, RegionFrame region);
}

/// <summary>
/// Seams between lines that reading in a way keeps and reading across the rows breaks, less those it breaks itself, for each row of
/// the shorter side (<see cref="GutterJudge.Weight"/>).
/// </summary>
internal readonly record struct GutterGains(double Columns, double Cards);

/// <summary>What surrounds the gutters of a region.</summary>
/// <param name="Depth">Cuts that led to the region.</param>
internal sealed record RegionFrame(int Depth, double Top, double Bottom, double Left, double Right, double Size, int Segments)
{
    public static RegionFrame Of(IReadOnlyList<Segment> segments, int depth, double size) => new(
        depth, segments.Min(s => s.Box.Top), segments.Max(s => s.Box.Bottom), segments.Min(s => s.Box.Left), segments.Max(s => s.Box.Right), size, segments.Count);
}
