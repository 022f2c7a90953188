namespace Resumai.Layout;

/// <summary>Makes the lines of a region: rows of segments, with what stands in the margin brought to the line it belongs to.</summary>
internal static class LineBuilder
{
    public static List<LineDraft> Build(Region region) =>
        region.BreaksHeads ? CellHeads.Join(TextRow.Of(region.Segments)) : MarginCells.Join(TextRow.Of(region.Segments), region.Gutters);
}
