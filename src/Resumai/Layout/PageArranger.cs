using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Turns a document as read into blocks and lines in the order a person reads them. Stateless, thread-safe.</summary>
public static class PageArranger
{
    public static ArrangedDocument Arrange(SourceDocument document) => Arrange(document, _ => GutterJudge.Trained.Value);

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
        foreach (var (rotation, glyphs) in Directions(page.Glyphs))
        {
            var frame = new PageFrame(rotation, page.Width, page.Height);
            var writer = new LineWriter(frame, page.Number, page.Links);
            var segments = Overhang.Clip(SegmentBuilder.Build(WordBuilder.Build(rotation == 0 ? glyphs : [.. glyphs.Select(frame.Turn)])));
            var regions = ColumnFinder.Find(segments, judge, Shapes.Of(page, frame)).ToList();
            var lines = regions.ConvertAll(region => NumberedItems.Mark(writer.Write(LineBuilder.Build(region))));
            LetterMarks.Take(lines);
            for (var i = 0; i < regions.Count; i++) blocks.AddRange(BlockBuilder.Build(regions[i], lines[i]));
        }
    }

    private static IEnumerable<(int Rotation, IReadOnlyList<Glyph> Glyphs)> Directions(IReadOnlyList<Glyph> glyphs)
    {
        // Nearly every page has but one.
        for (var i = 1; i < glyphs.Count; i++)
        {
            if (glyphs[i].Rotation != glyphs[0].Rotation) return glyphs.GroupBy(g => g.Rotation).OrderByDescending(g => g.Count()).Select(g => (g.Key, (IReadOnlyList<Glyph>)[.. g]));
        }
        return [(glyphs[0].Rotation, glyphs)];
    }

    private static List<TextBlock> Numbered(IReadOnlyList<TextBlock> blocks)
    {
        var index = 0;
        return [.. blocks.Select(b => b with { Lines = [.. b.Lines.Select(l => l with { Index = index++ })] })];
    }
}
