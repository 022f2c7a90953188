using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Geometry;

namespace Resumai.Reading.Pdf;

/// <summary>Turns PDF coordinates (after /Rotate, origin at the bottom left) into page coordinates of what is seen: the crop box.</summary>
internal readonly record struct PageFrame(double Left, double Top, double Width, double Height)
{
    /// <summary>The part of the media box that the crop box shows; both turned and moved as the content is.</summary>
    public static PageFrame Of(PdfRectangle media, PdfRectangle crop)
    {
        var (m, c) = (media.Normalise(), crop.Normalise());
        var (left, right) = (Math.Max(m.Left, c.Left), Math.Min(m.Right, c.Right));
        var (bottom, top) = (Math.Max(m.Bottom, c.Bottom), Math.Min(m.Top, c.Top));
        return right > left && top > bottom ? new PageFrame(left, top, right - left, top - bottom) : new PageFrame(m.Left, m.Top, m.Width, m.Height);
    }

    public Box Page => new(0, 0, Width, Height);

    public (double X, double Y) Point(PdfPoint point) => (point.X - Left, Top - point.Y);

    /// <summary>The box around a rectangle that a matrix may have turned.</summary>
    public Box Box(in TransformationMatrix matrix, PdfRectangle rectangle)
    {
        var corners = matrix.Transform(rectangle);
        var (a, b) = (Point(corners.BottomLeft), Point(corners.TopRight));
        var (c, d) = (Point(corners.TopLeft), Point(corners.BottomRight));
        return new Box(
            Math.Min(Math.Min(a.X, b.X), Math.Min(c.X, d.X)), Math.Min(Math.Min(a.Y, b.Y), Math.Min(c.Y, d.Y)),
            Math.Max(Math.Max(a.X, b.X), Math.Max(c.X, d.X)), Math.Max(Math.Max(a.Y, b.Y), Math.Max(c.Y, d.Y)));
    }
}
