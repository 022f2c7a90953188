using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>Words of a line without a wide gap between them: they share a base line and a font size.</summary>
/// <param name="Baseline">Pixels from the top.</param>
/// <param name="FontSize">Pixels.</param>
internal sealed record TextRun(IReadOnlyList<RecognizedWord> Words, double Baseline, double FontSize)
{
    /// <summary>In heights of the line: wider gaps part runs.</summary>
    private const double WideGap = 1.3;
    /// <summary>In heights of words: an edge of ink farther from Tesseract's base line is none of this line.</summary>
    private const double FarFromFit = 0.2;

    public int Letters => Words.Sum(w => w.Text.Length);

    public static List<TextRun> Of(IReadOnlyList<RecognizedWord> words, GrayImage image)
    {
        var runs = new List<TextRun>();
        foreach (var line in words.GroupBy(w => w.Line))
        {
            var height = Median(line.Select(w => (double)w.Box.Height));
            var run = new List<RecognizedWord>();
            foreach (var word in line)
            {
                if (run.Count > 0 && (word.Box.Left - run[^1].Box.Right > WideGap * height || word.Box.Left < run[^1].Box.Left))
                {
                    runs.Add(Make(run, image));
                    run = [];
                }
                run.Add(word);
            }
            runs.Add(Make(run, image));
        }
        return runs;
    }

    private static TextRun Make(List<RecognizedWord> words, GrayImage image)
    {
        var standing = words.Where(w => w.Text.All(Stands) && w.Text.Any(char.IsLetterOrDigit)).ToList();
        var fitted = Median(words.Select(w => w.Baseline));
        var baseline = standing.Count > 0 ? Median(standing.Select(w => (double)w.Box.Bottom)) : fitted;
        // Some boxes reach into the next line.
        if (Math.Abs(baseline - fitted) > FarFromFit * Median(words.Select(w => (double)w.Box.Height))) baseline = fitted;
        var sizes = words.SelectMany(w => InkMeasure.FontSize(image, w, baseline) is > 0 and var size ? Enumerable.Repeat(size, w.Text.Length) : []).ToList();
        // Without a letter that tells, the box must do: it holds about the height of a figure.
        return new TextRun(words, baseline, sizes.Count > 0 ? Median(sizes) : Median(words.Select(w => w.Box.Height / 0.7)));
    }

    /// <summary>True for letters that stand on the base line and do not hang below it: their ink places it better than a fit does.</summary>
    private static bool Stands(char c) =>
        c is '-' or '.' or ':' or '\'' or >= 'a' and <= 'z' and not ('g' or 'j' or 'p' or 'q' or 'y') or >= 'A' and <= 'Z' and not ('J' or 'Q') or >= '0' and <= '9' or >= 'А' and <= 'я' and not ('р' or 'у' or 'ф' or 'ц' or 'щ' or 'д');

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
