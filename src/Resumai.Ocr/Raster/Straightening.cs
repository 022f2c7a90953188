namespace Resumai.Ocr.Raster;

/// <summary>What was done to a picture to have its page straight, so that it can be done to it again in colour and at another size.</summary>
/// <param name="Corners">Of the sheet within the picture; null when the picture is the page.</param>
/// <param name="Width">Of the sheet, in pixels of the picture.</param>
/// <param name="Height">The same.</param>
/// <param name="Skew">Degrees that the sheet is turned by, after <paramref name="IsSideways"/>.</param>
internal sealed record Straightening((double X, double Y)[]? Corners, double Width, double Height, bool IsSideways, double Skew)
{
    /// <summary>The page in other colours or another part of them.</summary>
    /// <param name="picture">Of the same size as the one that was made straight.</param>
    public GrayImage Draw(GrayImage picture, int columns, int rows)
    {
        var sheet = Corners is null ? picture : Warp.Draw(picture, Projection.ToCorners(Width, Height, Corners), (int)Width, (int)Height);
        return Fit(IsSideways ? sheet.Turned(90) : sheet, Skew, columns, rows);
    }

    /// <summary>A sheet that stands upright turned by the rest and drawn in a size.</summary>
    public static GrayImage Fit(GrayImage sheet, double skew, int columns, int rows)
    {
        var shrink = Math.Max(1, (int)Math.Min((double)sheet.Width / columns, (double)sheet.Height / rows));
        var source = sheet.Shrunk(shrink);
        var turned = Projection.Turn(skew, columns / 2.0, rows / 2.0);
        var map = Projection.Scale((double)source.Width / columns, (double)source.Height / rows).After(turned);
        return Warp.Draw(source, map, columns, rows);
    }
}
