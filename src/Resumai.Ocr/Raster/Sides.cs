namespace Resumai.Ocr.Raster;

/// <summary>A side of a sheet.</summary>
internal enum Side { Left, Right, Top, Bottom }

/// <summary>
/// What lies beyond the side of the bright part of a photographed sheet: the ground, or a dark sidebar or banner of the sheet, which
/// shows by its light text. Sides are lines value = a + b × position.
/// </summary>
internal static class Sides
{
    /// <summary>Difference of brightness between pixels two apart where a letter begins or ends.</summary>
    private const int Step = 45;
    /// <summary>Part of the pixels beyond the side that are such edges where there is text, and how many at least.</summary>
    private const double Dense = 0.003;
    private const int Fewest = 400;
    /// <summary>Part of the picture's longer side beside the edge that is left out: the edge itself is sharp.</summary>
    private const double Margin = 0.012;

    /// <param name="factor">Pixels of the image to a unit of the line.</param>
    public static bool HasTextBeyond(GrayImage image, (double A, double B) line, int factor, Side side)
    {
        var margin = (int)(Margin * Math.Max(image.Width, image.Height));
        var (edges, area) = (0, 0L);
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Row(y);
            for (var x = 2; x < row.Length; x++)
            {
                if (!IsBeyond(x, y, line, factor, side, margin)) continue;
                area++;
                if (Math.Abs(row[x] - row[x - 2]) > Step) edges++;
            }
        }
        return edges >= Fewest && edges >= Dense * area;
    }

    /// <summary>The line moved out to the border of the picture, at <paramref name="border"/>, so that all that is beyond it is within.</summary>
    /// <param name="length">How long the side of the picture is along the line.</param>
    public static (double A, double B) Outward((double A, double B) line, double length, double border) => border == 0
        ? (-Math.Max(0, line.B * length), line.B)
        : (border - Math.Min(0, line.B * length), line.B);

    private static bool IsBeyond(int x, int y, (double A, double B) line, int factor, Side side, int margin)
    {
        var upright = side is Side.Left or Side.Right;
        var beyond = (upright ? x : y) - (line.A * factor + line.B * (upright ? y : x));
        return side is Side.Left or Side.Top ? beyond < -margin : beyond > margin;
    }
}
