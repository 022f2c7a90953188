using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Turns a document as read into blocks and lines in the order a person reads them. Stateless, thread-safe.</summary>
public static class PageArranger
{
    public static ArrangedDocument Arrange(SourceDocument document) => Arrange(document, _ => GutterJudge.Default);

    internal static ArrangedDocument Arrange(SourceDocument document, Func<Page, IGutterJudge?> judge)
    {
        var blocks = new List<TextBlock>();
        foreach (var page in document.Pages)
        {
            if (page.Glyphs.Count > 0) Arrange(page, blocks, judge(page));
            else blocks.AddRange(ParagraphArranger.Arrange(page));
        }
        return new ArrangedDocument(Numbered(ReadingOrder.Sort(ColumnsOverPages.Join(RunningTitles.Part(blocks, document.Pages)))), document);
    }

    /// <summary>Text of each direction is arranged on its own, that of most glyphs first.</summary>
    private static void Arrange(Page page, List<TextBlock> blocks, IGutterJudge? judge)
    {
        foreach (var direction in page.Glyphs.GroupBy(g => g.Rotation).OrderByDescending(g => g.Count()))
        {
            var frame = new PageFrame(direction.Key, page.Width, page.Height);
            var writer = new LineWriter(frame, page.Number, page.Links);
            var segments = Overhang.Clip(SegmentBuilder.Build(WordBuilder.Build(direction.Select(frame.Turn))));
            foreach (var region in ColumnFinder.Find(segments, judge))
            {
                blocks.AddRange(BlockBuilder.Build(region, NumberedItems.Mark(writer.Write(LineBuilder.Build(region)))));
            }
        }
    }

    private static List<TextBlock> Numbered(IReadOnlyList<TextBlock> blocks)
    {
        var index = 0;
        return [.. blocks.Select(b => b with { Lines = [.. b.Lines.Select(l => l with { Index = index++ })] })];
    }
}
