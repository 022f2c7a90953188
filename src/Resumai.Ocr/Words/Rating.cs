using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>Tells a row of discs or squares that rates a skill ("●●●●○") from the letters it is read as.</summary>
internal static class Rating
{
    private const byte Ink = 150;
    private const int Fewest = 3;
    /// <summary>Marks of one row differ in size by no more than this part.</summary>
    private const double Alike = 0.2;
    /// <summary>Part of its box that a disc fills is 0.79; letters fill less.</summary>
    private const double Solid = 0.7;

    public static bool Looks(GrayImage image, RecognizedWord word)
    {
        var marks = Marks(image, word.Box.Within(image.Bounds));
        if (marks.Count < Fewest) return false;
        var (width, height) = (Median(marks.Select(m => m.Box.Width)), Median(marks.Select(m => m.Box.Height)));
        if (width > height * 1.3 || height > width * 1.3) return false;
        var alike = marks.Count(m => Math.Abs(m.Box.Width - width) <= Alike * width + 1 && Math.Abs(m.Box.Height - height) <= Alike * height + 1);
        return alike >= marks.Count * 0.8 && marks.Count(m => m.Filled >= Solid) >= 2;
    }

    private static double Median(IEnumerable<int> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    /// <summary>Pieces of ink that blank columns part.</summary>
    private static List<(PixelBox Box, double Filled)> Marks(GrayImage image, PixelBox box)
    {
        var marks = new List<(PixelBox, double)>();
        var (left, top, bottom, ink) = (-1, int.MaxValue, -1, 0);
        for (var x = box.Left; x <= box.Right; x++)
        {
            var column = 0;
            for (var y = box.Top; x < box.Right && y < box.Bottom; y++)
            {
                if (image.Pixels[y * image.Width + x] > Ink) continue;
                column++;
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
            }
            if (column > 0)
            {
                if (left < 0) left = x;
                ink += column;
            }
            else if (left >= 0)
            {
                if (x - left > 2) marks.Add((new PixelBox(left, top, x, bottom), ink / (double)((x - left) * (bottom - top))));
                (left, top, bottom, ink) = (-1, int.MaxValue, -1, 0);
            }
        }
        return marks;
    }
}
