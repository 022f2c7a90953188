using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Cli.Show;

/// <summary>A page as a picture with the layers asked for drawn over it.</summary>
internal static class PngView
{
    private const int Blue = 0x0A58CA, Purple = 0x6F42C1, Pink = 0xD63384, Green = 0x198754, Red = 0xDC3545, Amber = 0xB8860B, Gray = 0x555555;

    /// <summary>Null when the page cannot be drawn.</summary>
    public static byte[]? Write(ShownDocument document, ReadOnlyMemory<byte> bytes, Page page, Layers layers)
    {
        if (Picture.Of(bytes, document.Arranged.Source, page) is not { } paper) return null;
        // Drawn by what draws the document, so that frames lie where letters do.
        var sheet = new SourceDocument { Format = Resumai.Reading.DocumentFormat.Pdf, Pages = [page with { Number = 1, Recognized = false }] };
        return Picture.Of(Overlay(document, page, layers).Write(), sheet, sheet.Pages[0]) is { } ink ? ink.Over(paper).ToPng() : null;
    }

    private static OverlayPdf Overlay(ShownDocument document, Page page, Layers layers)
    {
        var overlay = new OverlayPdf(page.Width, page.Height);
        var blocks = document.BlocksOf(page.Number).ToList();
        var lines = blocks.SelectMany(b => b.Block.Lines).ToList();
        if (layers.HasFlag(Layers.Sections)) lines.ForEach(l => Section(overlay, document, l));
        if (layers.HasFlag(Layers.Evidence)) Values(overlay, document.Values.Where(v => v.Evidence.Page == page.Number));
        if (layers.HasFlag(Layers.Columns)) Columns(overlay, blocks.Select(b => b.Block));
        if (layers.HasFlag(Layers.Blocks)) blocks.ForEach(b => Block(overlay, b.Number, b.Block));
        if (layers.HasFlag(Layers.Words)) lines.SelectMany(l => l.Words).ToList().ForEach(w => overlay.Rectangle(w.Word.Box, 0, Pink, null, 0.35));
        if (layers.HasFlag(Layers.Order)) lines.Zip(lines.Skip(1)).ToList().ForEach(pair => Step(overlay, pair.First.Box, pair.Second.Box));
        if (layers.HasFlag(Layers.Lines)) lines.ForEach(l => Line(overlay, l));
        return overlay;
    }

    private static void Section(OverlayPdf overlay, ShownDocument document, TextLine line)
    {
        overlay.Rectangle(line.Box, 0.5, null, SectionColors.Of(document.KindOf(line)));
        if (document.IsHeading(line)) overlay.Text(line.Box.Right + 3, line.Box.CenterY + 2, document.KindOf(line)!.Value.ToString().ToLowerInvariant(), 6.5, Gray);
    }

    private static void Values(OverlayPdf overlay, IEnumerable<ShownValue> values)
    {
        foreach (var value in values)
        {
            foreach (var box in value.Evidence.Boxes) overlay.Rectangle(new Box(box[0], box[1], box[2], box[3]), 0.5, Amber, 0xFFEFB0);
            if (value.Evidence.Boxes is [var first, ..]) overlay.Text(first[0], first[1] + 0.5, value.Pointer, 3.4, Amber);
        }
    }

    private static void Columns(OverlayPdf overlay, IEnumerable<TextBlock> blocks)
    {
        foreach (var column in blocks.GroupBy(b => (b.Role, b.Column)))
        {
            var box = column.Aggregate(Box.None, (whole, b) => whole.Union(b.Box));
            overlay.Rectangle(box, 6, Blue, null, 1);
            overlay.Text(box.Left - 6, box.Top - 7, $"{column.Key.Role.ToString().ToLowerInvariant()} {column.Key.Column}", 6.5, Blue);
        }
    }

    private static void Block(OverlayPdf overlay, int number, TextBlock block)
    {
        overlay.Rectangle(block.Box, 3, Purple, null, 0.8);
        overlay.Text(block.Box.Right + 8, block.Box.Top + 3, $"{number}", 6.5, Purple);
    }

    private static void Step(OverlayPdf overlay, Box from, Box to) =>
        overlay.Line(from.Left + 2, from.CenterY, to.Left + 2, to.CenterY, to.CenterY < from.Top ? Red : Green);

    private static void Line(OverlayPdf overlay, TextLine line)
    {
        const double digit = 3.6, size = 6.5;
        overlay.Rectangle(line.Box, 1, Green, null);
        overlay.Text(line.Box.Left - 7 - (digit * line.Index.ToString().Length), line.Box.CenterY + 2, $"{line.Index}", size, Green);
    }
}
