namespace Resumai.Layout;

/// <summary>Cuts the lines of a region into blocks at gaps that read as a paragraph break.</summary>
internal static class BlockBuilder
{
    /// <summary>In line heights.</summary>
    public const double ParagraphGap = 1.0;

    public static IEnumerable<TextBlock> Build(Region region, IReadOnlyList<TextLine> lines)
    {
        var block = new List<TextLine>();
        foreach (var line in lines)
        {
            if (block.Count > 0 && line.GapAbove >= ParagraphGap)
            {
                yield return new TextBlock(region.Role, block[0].Page, region.Column, block);
                block = [];
            }
            block.Add(line);
        }
        if (block.Count > 0) yield return new TextBlock(region.Role, block[0].Page, region.Column, block);
    }
}
