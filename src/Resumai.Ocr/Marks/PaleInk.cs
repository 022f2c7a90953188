using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Marks;

/// <summary>
/// Makes letters printed in a pale colour as dark as the others: a recogniser parts ink from paper by one threshold for the whole
/// page, above which they would be paper.
/// </summary>
internal static class PaleInk
{
    /// <summary>The brightest that is ink, and the brightness from which on a letter's darkest part is pale.</summary>
    private const byte Brightest = 228, Pale = 135;
    private const byte Paper = 252, Dark = 25;
    /// <summary>Part of a piece's pixels of ink that are its core.</summary>
    private const double Core = 0.15;
    /// <summary>Inches.</summary>
    private const double Lowest = 0.03, Highest = 0.4, Widest = 3;

    /// <summary>The image itself where nothing on it is pale.</summary>
    public static GrayImage Darkened(GrayImage image, double dotsPerInch)
    {
        GrayImage? darkened = null;
        foreach (var piece in InkPieces.Find(image, Brightest).Where(p => p.Height >= Lowest * dotsPerInch && p.Height <= Highest * dotsPerInch && p.Width <= Widest * dotsPerInch))
        {
            var box = piece.Within(image.Bounds);
            if (CoreOf(image, box) is not (> Pale and var core)) continue;
            darkened ??= image.Cut(image.Bounds);
            Darken(darkened, box, (Paper - Dark) / (float)(Paper - core));
        }
        return darkened ?? image;
    }

    /// <summary>The brightness that the darkest part of its ink has at most.</summary>
    private static int CoreOf(GrayImage image, PixelBox box)
    {
        Span<int> counts = stackalloc int[Brightest + 1];
        var all = 0;
        for (var y = box.Top; y < box.Bottom; y++)
        {
            foreach (var value in image.Row(y)[box.Left..box.Right])
            {
                if (value > Brightest) continue;
                counts[value]++;
                all++;
            }
        }
        var (core, seen) = (0, 0);
        while (core < Brightest && (seen += counts[core]) < Core * all) core++;
        return core;
    }

    private static void Darken(GrayImage image, PixelBox box, float gain)
    {
        for (var y = box.Top; y < box.Bottom; y++)
        {
            foreach (ref var value in image.Pixels.AsSpan(y * image.Width + box.Left, box.Width))
            {
                // Letters of other pieces that reach into the box are dark already.
                value = (byte)Math.Clamp(Paper - (Paper - value) * gain, 0, 255);
            }
        }
    }
}
