using System.Net;
using System.Text;
using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Cli.Show;

/// <summary>A page as SVG in points: its picture or its letters, and a group for each layer over it.</summary>
internal static class SvgPage
{
    public static void Write(StringBuilder svg, ShownDocument document, Page page, string? picture)
    {
        var blocks = document.BlocksOf(page.Number).ToList();
        var lines = blocks.SelectMany(b => b.Block.Lines).ToList();
        svg.Append($"<svg viewBox=\"0 0 {LineNotes.Number(page.Width)} {LineNotes.Number(page.Height)}\" role=\"img\" aria-label=\"Page {page.Number}\">\n");
        if (picture is null) GlyphRuns.Write(svg, page);
        else svg.Append($"<image href=\"{picture}\" width=\"{LineNotes.Number(page.Width)}\" height=\"{LineNotes.Number(page.Height)}\" preserveAspectRatio=\"none\"/>\n");

        Layer(svg, Layers.Columns, blocks.GroupBy(b => (b.Block.Role, b.Block.Column)), column =>
        {
            var box = column.Aggregate(Box.None, (whole, b) => whole.Union(b.Block.Box));
            Rectangle(svg, box, 6, "", $"{column.Key.Role}, column {column.Key.Column}");
            Label(svg, box.Left - 6, box.Top - 7, $"{column.Key.Role.ToString().ToLowerInvariant()} {column.Key.Column}");
        });
        Layer(svg, Layers.Sections, lines, line =>
        {
            Rectangle(svg, line.Box, 0.5, $"style=\"--kind:{SectionColors.Css(document.KindOf(line))}\"", document.KindOf(line)?.ToString() ?? "no section");
            if (document.IsHeading(line)) Label(svg, line.Box.Right + 3, line.Box.CenterY + 2, document.KindOf(line)!.Value.ToString().ToLowerInvariant());
        });
        Layer(svg, Layers.Blocks, blocks, block =>
        {
            Rectangle(svg, block.Block.Box, 3, "", TextView.BlockTitle(block.Number, block.Block, hasPlaces: true));
            Label(svg, block.Block.Box.Right + 8, block.Block.Box.Top + 3, $"{block.Number}");
        });
        Layer(svg, Layers.Words, lines.SelectMany(l => l.Words), word => Rectangle(svg, word.Word.Box, 0, "", LineNotes.Visible(word.Word.Text)));
        Layer(svg, Layers.Order, lines.Zip(lines.Skip(1)), pair => Step(svg, pair.First, pair.Second));
        Layer(svg, Layers.Lines, lines, line => Line(svg, document, line));
        Layer(svg, Layers.Evidence, document.Values.Where(v => v.Evidence.Page == page.Number), value => Value(svg, value));
        svg.Append("</svg>\n");
    }

    private static void Layer<T>(StringBuilder svg, Layers layer, IEnumerable<T> items, Action<T> write)
    {
        svg.Append($"<g class=\"layer {layer.ToString().ToLowerInvariant()}\">");
        foreach (var item in items) write(item);
        svg.Append("</g>\n");
    }

    private static void Line(StringBuilder svg, ShownDocument document, TextLine line)
    {
        Rectangle(svg, line.Box, 1, "", $"{line.Index}: {document.KindOf(line)?.ToString().ToLowerInvariant() ?? "no section"} · {LineNotes.Visible(line.Text)} [{LineNotes.Of(line)}]");
        if (line.Text.Contains('\t'))
        {
            foreach (var segment in line.Segments()) Rectangle(svg, segment.Box, 0, "class=\"segment\"");
        }
        svg.Append($"<text class=\"number\" x=\"{LineNotes.Number(line.Box.Left - 7)}\" y=\"{LineNotes.Number(line.Box.CenterY + 2)}\">{line.Index}</text>");
    }

    /// <summary>From the end of a line to the beginning of the next.</summary>
    private static void Step(StringBuilder svg, TextLine from, TextLine to) => svg.Append(
        $"<path d=\"M{LineNotes.Number(from.Box.Left + 2)} {LineNotes.Number(from.Box.CenterY)}L{LineNotes.Number(to.Box.Left + 2)} {LineNotes.Number(to.Box.CenterY)}\" marker-end=\"url(#arrow)\"{(to.Box.CenterY < from.Box.Top ? " class=\"jump\"" : "")}/>");

    private static void Value(StringBuilder svg, ShownValue value)
    {
        svg.Append($"<g data-pointer=\"{WebUtility.HtmlEncode(value.Pointer)}\">");
        foreach (var box in value.Evidence.Boxes.Select(b => new Box(b[0], b[1], b[2], b[3])))
        {
            Rectangle(svg, box, 0.5, "", $"{value.Pointer} = {LineNotes.Visible(value.Value)} ({LineNotes.Number(value.Evidence.Confidence)})");
        }
        if (value.Evidence.Boxes is [var first, ..]) svg.Append($"<text class=\"pointer\" x=\"{LineNotes.Number(first[0])}\" y=\"{LineNotes.Number(first[1] + 0.5)}\">{WebUtility.HtmlEncode(value.Pointer)}</text>");
        svg.Append("</g>");
    }

    private static void Rectangle(StringBuilder svg, Box box, double margin, string attributes, string? title = null)
    {
        svg.Append($"<rect x=\"{LineNotes.Number(box.Left - margin)}\" y=\"{LineNotes.Number(box.Top - margin)}\" width=\"{LineNotes.Number(box.Width + (2 * margin))}\" height=\"{LineNotes.Number(box.Height + (2 * margin))}\" {attributes}>");
        svg.Append(title is null ? "</rect>" : $"<title>{WebUtility.HtmlEncode(title)}</title></rect>");
    }

    private static void Label(StringBuilder svg, double x, double y, string text) =>
        svg.Append($"<text class=\"label\" x=\"{LineNotes.Number(x)}\" y=\"{LineNotes.Number(y)}\">{WebUtility.HtmlEncode(text)}</text>");
}
