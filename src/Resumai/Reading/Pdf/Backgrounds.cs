using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics.Operations;

namespace Resumai.Reading.Pdf;

/// <summary>Tells white text on a coloured ground (a sidebar, a banner) from white text on the bare page, which nobody can see.</summary>
internal sealed class Backgrounds(UglyToad.PdfPig.Content.Page page)
{
    /// <summary>Every colour channel above it reads as white paper.</summary>
    private const int White = 0xF5;
    private List<Box>? _grounds;
    private bool _shaded;

    public bool Shows(Glyph glyph)
    {
        if (glyph.Font.Color is not { } color || !IsWhite(color)) return true;
        _grounds ??= Find();
        if (_shaded) return true;
        foreach (var ground in _grounds)
        {
            if (ground.Contains(glyph.Box.CenterX, glyph.Box.CenterY)) return true;
        }
        return false;
    }

    private static bool IsWhite(int color) => (color >> 16) >= White && ((color >> 8) & 0xFF) >= White && (color & 0xFF) >= White;

    private List<Box> Find()
    {
        // Gradients are painted without a path to ask; then white text is taken to lie on one.
        _shaded = page.Operations.Any(o => o.Operator == "sh");
        var grounds = new List<Box>();
        foreach (var path in page.Paths)
        {
            if (!path.IsFilled || (PdfFonts.Color(path.FillColor) is { } color && IsWhite(color))) continue;
            if (path.GetBoundingRectangle() is { } bounds) grounds.Add(ToBox(bounds));
        }
        foreach (var image in page.GetImages()) grounds.Add(ToBox(image.BoundingBox));
        return grounds;
    }

    private Box ToBox(PdfRectangle bounds)
    {
        var (left, right) = (Math.Min(bounds.Left, bounds.Right), Math.Max(bounds.Left, bounds.Right));
        var (bottom, top) = (Math.Min(bounds.Bottom, bounds.Top), Math.Max(bounds.Bottom, bounds.Top));
        return new Box(left, page.Height - top, right, page.Height - bottom);
    }
}
