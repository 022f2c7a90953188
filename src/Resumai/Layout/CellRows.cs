namespace Resumai.Layout;

/// <summary>Cells of a region that are read whole, one after the other, and what stands above and below them.</summary>
internal sealed record CellRows(IReadOnlyList<IReadOnlyList<Segment>> Cells, IReadOnlyList<Segment> Above, IReadOnlyList<Segment> Below);
