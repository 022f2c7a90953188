using System.Net;
using System.Text;
using Resumai.Reading;

namespace Resumai.Cli.Show;

/// <summary>The letters of a page as SVG text, each at its own place: how the page looks where it cannot be rendered.</summary>
internal static class GlyphRuns
{
    public static void Write(StringBuilder svg, Page page)
    {
        svg.Append("<g class=\"glyphs\">");
        foreach (var run in page.Glyphs.Where(g => g.Text != " ").GroupBy(g => (g.Rotation, Math.Round(g.Baseline, 1), g.Font))) Write(svg, run.Key.Rotation, run.Key.Font, [.. run]);
        svg.Append("</g>\n");
    }

    private static void Write(StringBuilder svg, int rotation, Font font, IReadOnlyList<Glyph> glyphs)
    {
        var color = font.Color is { } rgb && rgb < 0xEEEEEE ? $"#{rgb:x6}" : "#999";
        var style = $"font-size=\"{LineNotes.Number(font.Size)}\" fill=\"{color}\"{(font.Bold ? " font-weight=\"bold\"" : "")}{(font.Italic ? " font-style=\"italic\"" : "")}{(IsSerif(font) ? " font-family=\"serif\"" : "")}";
        if (rotation == 0)
        {
            svg.Append($"<text y=\"{LineNotes.Number(glyphs[0].Baseline)}\" x=\"{string.Join(' ', glyphs.SelectMany(Places))}\" {style}>{WebUtility.HtmlEncode(LineNotes.Visible(string.Concat(glyphs.Select(g => g.Text))))}</text>");
            return;
        }
        foreach (var glyph in glyphs)
        {
            var (x, y) = rotation switch
            {
                90 => (glyph.Baseline, glyph.Box.Top),
                270 => (glyph.Baseline, glyph.Box.Bottom),
                _ => (glyph.Box.Right, glyph.Baseline),
            };
            svg.Append($"<text transform=\"translate({LineNotes.Number(x)} {LineNotes.Number(y)}) rotate({rotation})\" {style}>{WebUtility.HtmlEncode(LineNotes.Visible(glyph.Text))}</text>");
        }
    }

    /// <summary>A place for each character: a ligature is several.</summary>
    private static IEnumerable<string> Places(Glyph glyph) =>
        Enumerable.Range(0, glyph.Text.Length).Select(i => LineNotes.Number(glyph.Box.Left + (glyph.Box.Width * i / glyph.Text.Length)));

    private static bool IsSerif(Font font) =>
        ((string[])["Serif", "Times", "Roman", "Garamond", "Georgia", "Cambria", "Caladea"]).Any(name => font.Name.Contains(name, StringComparison.OrdinalIgnoreCase)) && !font.Name.Contains("Sans", StringComparison.OrdinalIgnoreCase);
}
