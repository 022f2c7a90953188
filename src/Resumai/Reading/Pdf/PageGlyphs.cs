using Resumai.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Resumai.Reading.Pdf;

/// <summary>The glyphs of a page that can be seen, in page coordinates, and how many cannot.</summary>
internal static class PageGlyphs
{
    /// <summary>Smallest size in points that counts as written for people.</summary>
    private const double SmallestSize = 2;

    public static (IReadOnlyList<Glyph> Glyphs, int Hidden) Read(UglyToad.PdfPig.Content.Page page)
    {
        var fonts = new PdfFonts();
        var backgrounds = new Backgrounds(page);
        var invisible = page.Letters.Count(l => l.RenderingMode == TextRenderingMode.Neither);
        // A page whose whole text is drawn invisibly is a scan with its recognised text laid over it: that text is what is seen.
        var recognised = invisible * 10 > page.Letters.Count * 9;
        var glyphs = new List<Glyph>(page.Letters.Count);
        var hidden = 0;
        foreach (var letter in page.Letters)
        {
            if (ToGlyph(letter, page, fonts) is not { } glyph) continue;
            var seen = glyph.Font.Size >= SmallestSize
                && IsOnPage(glyph.Box, page)
                && (recognised || (letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip) && backgrounds.Shows(glyph)));
            if (seen) glyphs.Add(glyph);
            else if (glyph.Text != " ") hidden++;
        }
        return (glyphs, hidden);
    }

    private static Glyph? ToGlyph(Letter letter, UglyToad.PdfPig.Content.Page page, PdfFonts fonts)
    {
        var size = Math.Round(Math.Abs(letter.PointSize), 2);
        if (size <= 0 || !double.IsFinite(size)) return null;
        if (GlyphText.Of(letter.Value, letter.FontName) is not { } text) return null;

        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        var rotation = Rotation(letter, start, end);
        var (x0, x1, y0, y1) = (start.X, end.X, page.Height - start.Y, page.Height - end.Y);
        var (up, down) = (size * GlyphMetrics.Ascent, size * GlyphMetrics.Descent);
        var (box, baseline) = rotation switch
        {
            0 => (new Box(x0, y0 - up, Math.Max(x0, x1), y0 + down), y0),
            90 => (new Box(x0 - down, y0, x0 + up, Math.Max(y0, y1)), x0),
            180 => (new Box(Math.Min(x0, x1), y0 - down, x0, y0 + up), y0),
            _ => (new Box(x0 - up, Math.Min(y0, y1), x0 + down, y0), x0),
        };
        return double.IsFinite(box.Width) && double.IsFinite(box.Height) ? new Glyph(text, box, baseline, fonts.Of(letter, size), rotation) : null;
    }

    private static int Rotation(Letter letter, PdfPoint start, PdfPoint end)
    {
        var (x, y) = (end.X - start.X, end.Y - start.Y);
        if (Math.Abs(x) + Math.Abs(y) < 1e-6)
        {
            return letter.TextOrientation switch
            {
                TextOrientation.Rotate90 => 90, TextOrientation.Rotate180 => 180, TextOrientation.Rotate270 => 270, _ => 0,
            };
        }
        return Math.Abs(x) >= Math.Abs(y) ? (x >= 0 ? 0 : 180) : (y < 0 ? 90 : 270);
    }

    private static bool IsOnPage(Box box, UglyToad.PdfPig.Content.Page page) =>
        box.CenterX >= 0 && box.CenterX <= page.Width && box.CenterY >= 0 && box.CenterY <= page.Height;
}
