namespace Resumai.Ocr.Pages;

/// <summary>How many pixels a page is rendered to.</summary>
internal static class RenderSize
{
    public const int DotsPerInch = 300;
    private const double PointsPerInch = 72, MostPixels = 24_000_000, LargestPage = 20_000;

    /// <summary>What a picture's sides are to be multiplied by so that it has no more pixels than are ever rendered: 1 for all but the largest.</summary>
    public static double ScaleOf(double columns, double rows) => Math.Min(1, Math.Sqrt(MostPixels / (columns * rows)));

    /// <summary>300 dpi, less for posters; null for what is no page.</summary>
    public static (int Columns, int Rows)? Of(double width, double height)
    {
        if (!(width >= 1 && height >= 1 && width <= LargestPage && height <= LargestPage)) return null;
        var scale = Math.Min(DotsPerInch / PointsPerInch, Math.Sqrt(MostPixels / (width * height)));
        return (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
    }

    /// <summary>So many columns, and rows as the page's shape wants; null for what is no page.</summary>
    public static (int Columns, int Rows)? OfWidth(double width, double height, int columns) =>
        width >= 1 && height >= 1 && width <= LargestPage && height <= LargestPage ? (columns, Math.Max(1, (int)Math.Round(columns * height / width))) : null;
}
