using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

internal enum PaintKind { Fill, Image, Shading }

/// <summary>An area of the page that is painted.</summary>
/// <param name="Color">0xRRGGBB of a plain fill; null for images, gradients and patterns.</param>
/// <param name="Opacity">1 hides what is below; less lets it shine through; 0 when that is not known (masks, blend modes).</param>
/// <param name="Outline">The area where it is not the whole box; null for rectangles.</param>
/// <param name="Image">The stream of an image, for its colours.</param>
internal sealed record Paint(PaintKind Kind, Box Box, int? Color, double Opacity, PathSketch? Outline = null, StreamToken? Image = null)
{
    public bool Contains(double x, double y) => Box.Contains(x, y) && (Outline is null || Outline.Contains(x, y));
}
