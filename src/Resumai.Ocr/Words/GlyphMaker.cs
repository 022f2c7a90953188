using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Reading;

namespace Resumai.Ocr.Words;

/// <summary>A page as recognised: its straightened picture and the words found in it.</summary>
internal sealed record RecognizedPage(int Number, StraightPage Picture, IReadOnlyList<RecognizedWord> Words);

/// <summary>Turns the words of a document's recognised pages into glyphs in points, with sizes and weights that are alike where they were set alike.</summary>
internal static class GlyphMaker
{
    /// <summary>Shorter words say little of their strokes: they go with their run.</summary>
    private const int TellingLetters = 3;
    /// <summary>Points; what measures smaller or larger is no text, and must not reach over the page.</summary>
    private const double SmallestSize = 2, LargestSize = 150;
    /// <summary>In font sizes, between two words of a run.</summary>
    private const double LeastGap = 0.12;
    private const double Ascent = 0.77, Descent = 0.23, PointsPerInch = 72;

    /// <summary>The glyphs of each page, in the order of the pages.</summary>
    public static IReadOnlyList<IReadOnlyList<Glyph>> Make(IReadOnlyList<RecognizedPage> pages)
    {
        var measured = pages.Select(page => (page.Picture, Runs: TextRun.Of(page.Words, page.Picture.Image).ConvertAll(run => Measured(run, page.Picture)))).ToList();
        var all = measured.SelectMany(m => m.Runs).ToList();
        var sizes = FontSizes.Groups(all.Select(r => (r.Size, r.Run.Letters)));
        var bold = StrokeWeights.BoldFrom(all.SelectMany(r => r.Run.Words.Zip(r.Weights, (w, weight) => (weight, w.Text.Length))));
        return [.. measured.Select(m => m.Runs.SelectMany(run => Glyphs(run, sizes(run.Size), bold, m.Picture)).ToList())];
    }

    private static MeasuredRun Measured(TextRun run, StraightPage picture)
    {
        var weights = run.Words.Select(w => InkMeasure.StrokeWidth(picture.Image, w.Box) / Math.Max(1, run.FontSize)).ToList();
        var telling = run.Words.Zip(weights).Where(p => p.First.Text.Length >= TellingLetters).ToList();
        var common = telling.Count > 0 ? telling.Sum(p => p.Second * p.First.Text.Length) / telling.Sum(p => p.First.Text.Length) : weights.Average();
        return new MeasuredRun(run, run.FontSize / picture.DotsPerInch * PointsPerInch, [.. run.Words.Zip(weights, (w, weight) => w.Text.Length >= TellingLetters ? weight : common)]);
    }

    private static IEnumerable<Glyph> Glyphs(MeasuredRun measured, double size, double boldFrom, StraightPage picture)
    {
        var scale = PointsPerInch / picture.DotsPerInch;
        size = Math.Clamp(size, SmallestSize, LargestSize);
        var baseline = measured.Run.Baseline * scale;
        var right = 0.0;
        for (var i = 0; i < measured.Run.Words.Count; i++)
        {
            var word = measured.Run.Words[i];
            var font = FontOf(size, bold: measured.Weights[i] > boldFrom);
            var (start, end) = Place(measured.Run.Words, i, size / scale);
            var (left, width) = (start * scale, (end - start) * scale / word.Text.Length);
            var confidence = (float)word.Confidence;
            if (i > 0 && left > right) yield return new Glyph(" ", new Box(right, baseline - Ascent * size, left, baseline + Descent * size), baseline, font, 0, confidence);
            // Letters side by side without gaps: what is one word stays one.
            for (var at = 0; at < word.Text.Length; at++)
            {
                var box = new Box(left + at * width, baseline - Ascent * size, left + (at + 1) * width, baseline + Descent * size);
                yield return new Glyph(word.Text[at].ToString(), box, baseline, font, 0, confidence);
            }
            right = end * scale;
        }
    }

    /// <summary>From where to where a word stands: boxes of slanted words reach into each other, and their letters must not mingle.</summary>
    /// <param name="size">The font's size in pixels.</param>
    private static (double Left, double Right) Place(IReadOnlyList<RecognizedWord> words, int at, double size)
    {
        var box = words[at].Box;
        var left = at > 0 ? Math.Max(box.Left, Between(words[at - 1].Box, box) + LeastGap / 2 * size) : box.Left;
        var right = at + 1 < words.Count ? Math.Min(box.Right, Between(box, words[at + 1].Box) - LeastGap / 2 * size) : box.Right;
        return left < right ? (left, right) : (box.Left, box.Right);
    }

    private static double Between(PixelBox word, PixelBox next) => (word.Right + next.Left) / 2.0;

    private static Font FontOf(double size, bool bold) => new("", Math.Round(size * 2) / 2, bold, Italic: false, Color: null);

    private sealed record MeasuredRun(TextRun Run, double Size, IReadOnlyList<double> Weights);
}
