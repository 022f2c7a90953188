namespace Resumai.Ocr.Raster;

/// <summary>A projective map of the plane, row by row; the last number is 1.</summary>
internal readonly record struct Projection(double A, double B, double C, double D, double E, double F, double G, double H)
{
    public static Projection Identity => new(1, 0, 0, 0, 1, 0, 0, 0);

    public static Projection Scale(double x, double y) => new(x, 0, 0, 0, y, 0, 0, 0);

    /// <summary>Turns clockwise (as seen with y downwards) by degrees around a point.</summary>
    public static Projection Turn(double degrees, double x, double y)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new Projection(cos, -sin, x - cos * x + sin * y, sin, cos, y - sin * x - cos * y, 0, 0);
    }

    public (double X, double Y) Map(double x, double y)
    {
        var w = G * x + H * y + 1;
        return ((A * x + B * y + C) / w, (D * x + E * y + F) / w);
    }

    /// <summary>This map after <paramref name="first"/>.</summary>
    public Projection After(Projection first)
    {
        var w = G * first.C + H * first.F + 1;
        return new Projection(
            (A * first.A + B * first.D + C * first.G) / w, (A * first.B + B * first.E + C * first.H) / w, (A * first.C + B * first.F + C) / w,
            (D * first.A + E * first.D + F * first.G) / w, (D * first.B + E * first.E + F * first.H) / w, (D * first.C + E * first.F + F) / w,
            (G * first.A + H * first.D + first.G) / w, (G * first.B + H * first.E + first.H) / w);
    }

    /// <summary>The map that takes a rectangle (0, 0, width, height) to four corners: top left, top right, bottom right, bottom left (Heckbert, 1989).</summary>
    public static Projection ToCorners(double width, double height, ReadOnlySpan<(double X, double Y)> corner)
    {
        var (dx1, dy1) = (corner[1].X - corner[2].X, corner[1].Y - corner[2].Y);
        var (dx2, dy2) = (corner[3].X - corner[2].X, corner[3].Y - corner[2].Y);
        var (sx, sy) = (corner[0].X - corner[1].X + corner[2].X - corner[3].X, corner[0].Y - corner[1].Y + corner[2].Y - corner[3].Y);
        var det = dx1 * dy2 - dx2 * dy1;
        var (g, h) = ((sx * dy2 - dx2 * sy) / det, (dx1 * sy - sx * dy1) / det);
        var unit = new Projection(
            corner[1].X - corner[0].X + g * corner[1].X, corner[3].X - corner[0].X + h * corner[3].X, corner[0].X,
            corner[1].Y - corner[0].Y + g * corner[1].Y, corner[3].Y - corner[0].Y + h * corner[3].Y, corner[0].Y, g, h);
        return unit.After(Scale(1 / width, 1 / height));
    }
}
