using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Lines;

/// <summary>A line whose letters are set wide apart, drawn as close as letters usually stand: recognisers take each letter of such a heading for a word, or make nothing of it.</summary>
/// <param name="Image">The line with narrower gaps.</param>
/// <param name="Origin">Where each of its columns was, in pixels from the left of the line.</param>
internal sealed record ClosedLine(GrayImage Image, int[] Origin)
{
    private const byte Ink = 150;
    private const int FewestLetters = 4;
    /// <summary>In heights of the ink: the median gap from which on letters are set apart, what is left of it, and the width of letters; part of the pieces that are no wider.</summary>
    private const double Apart = 0.22, Close = 0.12, Letter = 1.3, Letters = 0.8;

    /// <summary>Null where letters are not set apart.</summary>
    public static ClosedLine? Of(GrayImage line)
    {
        var runs = Runs(line, out var height);
        if (runs.Count < FewestLetters || runs.Count(r => r.To - r.From <= Letter * height) < Letters * runs.Count) return null;
        var gaps = runs.Zip(runs.Skip(1), (a, b) => b.From - a.To).Order().ToArray();
        var median = gaps[gaps.Length / 2];
        return median < Apart * height ? null : Closed(line, runs, Close * height / median);
    }

    /// <summary>Places in the image as places in the line.</summary>
    public RecognizedWord Opened(RecognizedWord word) => word with { Box = Opened(word.Box), Letters = [.. word.Letters.Select(l => l with { Box = Opened(l.Box) })] };

    private PixelBox Opened(PixelBox box) => box with { Left = Origin[Math.Clamp(box.Left, 0, Origin.Length - 1)], Right = Origin[Math.Clamp(box.Right - 1, 0, Origin.Length - 1)] + 1 };

    private static ClosedLine Closed(GrayImage line, List<(int From, int To)> runs, double part)
    {
        var columns = new List<int>(line.Width);
        columns.AddRange(Enumerable.Range(0, runs[0].From));
        for (var i = 0; i < runs.Count; i++)
        {
            var (from, to) = runs[i];
            columns.AddRange(Enumerable.Range(from, to - from));
            var gap = (i + 1 < runs.Count ? runs[i + 1].From : line.Width) - to;
            columns.AddRange(Enumerable.Range(to, i + 1 < runs.Count ? Math.Max(1, (int)(gap * part)) : gap));
        }
        var image = new GrayImage(columns.Count, line.Height);
        for (var y = 0; y < line.Height; y++)
        {
            var row = line.Row(y);
            for (var x = 0; x < columns.Count; x++) image.Pixels[y * columns.Count + x] = row[columns[x]];
        }
        return new ClosedLine(image, [.. columns]);
    }

    /// <summary>Columns with ink, and how high the ink is.</summary>
    private static List<(int From, int To)> Runs(GrayImage line, out int height)
    {
        var runs = new List<(int, int)>();
        var (top, bottom, start) = (line.Height, 0, -1);
        for (var x = 0; x <= line.Width; x++)
        {
            var ink = false;
            for (var y = 0; x < line.Width && y < line.Height; y++)
            {
                if (line.Pixels[y * line.Width + x] > Ink) continue;
                ink = true;
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
            }
            if (ink && start < 0) start = x;
            if (ink || start < 0) continue;
            runs.Add((start, x));
            start = -1;
        }
        height = Math.Max(0, bottom - top);
        return runs;
    }
}
