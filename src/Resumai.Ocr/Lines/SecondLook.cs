using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Lines;

/// <summary>
/// Reads again, line by line, what the reading of the whole page left out, took together with its neighbours or is in doubt of;
/// what is read with more confidence then replaces what was read first.
/// </summary>
internal sealed class SecondLook(IReadOnlyList<InkLine> lines, PixelBox page, Func<PixelBox, IReadOnlyList<RecognizedWord>> readLine)
{
    /// <summary>Mean confidence below which a line is read again.</summary>
    private const double Doubt = 0.7;
    /// <summary>Part of a line's letters that have been read at least.</summary>
    private const double Complete = 0.6;
    /// <summary>Part of the letters of the first reading that the second has at least; of a guess, or where letters were read twice, no more than the line has.</summary>
    private const double Kept = 0.9;
    /// <summary>In heights of a line: what is higher holds two.</summary>
    private const double TwoLines = 1.6;
    /// <summary>Confidence from which on letters speak for a reading; below they speak against it.</summary>
    private const double Telling = 0.45;
    /// <summary>Confidence below which a word may be anything.</summary>
    private const double Guess = 0.3;
    /// <summary>By so much a second reading is surer than the first: as sure a one is only another.</summary>
    private const double Gain = 0.08;
    /// <summary>Least mean confidence of what is read where nothing was.</summary>
    private const double Sure = 0.6;
    /// <summary>Inches of lines that are read again on a page, in widths of the page: as much as a quarter of a full page.</summary>
    private const double MostWidths = 14;
    /// <summary>Part of the smaller of two words in either direction that the other covers where the same letters were read twice; slanted words touch by less.</summary>
    private const double SamePlace = 0.4;
    /// <summary>Part of a line's height by which the accents and tails of its letters may stand out of it.</summary>
    private const double Margin = 0.3;

    public IReadOnlyList<RecognizedWord> Improve(IReadOnlyList<RecognizedWord> words)
    {
        var next = words.Count == 0 ? 0 : words.Max(w => w.Line) + 1;
        var (replaced, added) = (new HashSet<RecognizedWord>(ReferenceEqualityComparer.Instance), new List<RecognizedWord>());
        var read = new List<PixelBox>();
        var left = MostWidths * page.Width;
        var doubtful = lines.Select(line => (Line: line, Words: words.Where(w => IsOn(w.Box, line.Box)).ToList()))
            .Select(l => (l.Line, l.Words, First: ReadTwice(l.Words)))
            .Where(l => l.Line.Letters > 1 && IsDoubtful(l.Line, l.First))
            .OrderBy(l => Worth(l.First) / l.Line.Letters).ThenByDescending(l => l.Line.Letters);
        foreach (var (line, on, first) in doubtful)
        {
            if (read.Exists(r => IsOn(line.Box, r))) continue;
            if ((left -= line.Box.Width) < 0) break;
            // A word that reaches out of the line is read again whole, unless it is a guess over several lines.
            var whole = on.Where(w => w.Confidence >= Guess && w.Box.Height <= TwoLines * line.Box.Height).Aggregate(line.Box, (all, w) => all.Union(w.Box));
            var second = readLine(whole.Grown((int)(line.Box.Height * Margin)).Within(page)).Where(w => w.Text.Length > 0).ToList();
            if (!IsBetter(second, [.. first.Where(w => !HoldsMore(w, line))], line)) continue;
            read.Add(whole);
            replaced.UnionWith(on);
            added.AddRange(second.Select(w => w with { Line = next }));
            next++;
        }
        return added.Count == 0 ? words : [.. words.Where(w => !replaced.Contains(w)), .. added];
    }

    /// <summary>Where the page is not quite straight, a line may be read in two pieces that share letters: neither is to be trusted.</summary>
    private static List<RecognizedWord> ReadTwice(List<RecognizedWord> line) =>
        [.. line.Select(word => line.Exists(other => other != word && SharePlace(word, other)) ? word with { Confidence = 0 } : word)];

    private static bool SharePlace(RecognizedWord word, RecognizedWord other) =>
        (word.Text.Length > 1 || other.Text.Length > 1) && word.Text.Any(char.IsLetterOrDigit) && other.Text.Any(char.IsLetterOrDigit)
        && Math.Min(word.Box.Right, other.Box.Right) - Math.Max(word.Box.Left, other.Box.Left) >= SamePlace * Math.Min(word.Box.Width, other.Box.Width)
        && Math.Min(word.Box.Bottom, other.Box.Bottom) - Math.Max(word.Box.Top, other.Box.Top) >= SamePlace * Math.Min(word.Box.Height, other.Box.Height);

    private bool IsDoubtful(InkLine line, List<RecognizedWord> words) =>
        Letters(words) < Complete * line.Letters || Confidence(words) < Doubt
        || words.Exists(w => w.Confidence == 0 || HoldsMore(w, line));

    /// <summary>The word was made of this line and another above or below it that is about as high.</summary>
    private bool HoldsMore(RecognizedWord word, InkLine line) => word.Box.Height > TwoLines * line.Box.Height && lines.Any(l =>
        (l.Box.Top >= line.Box.Bottom || l.Box.Bottom <= line.Box.Top) && Math.Max(l.Box.Height, line.Box.Height) < TwoLines * Math.Min(l.Box.Height, line.Box.Height) && IsOn(word.Box, l.Box));

    private static bool IsBetter(List<RecognizedWord> second, List<RecognizedWord> first, InkLine line) =>
        Confidence(second) >= Sure && Letters(second) >= Kept * (Confidence(first) < Guess || first.Exists(w => w.Confidence == 0) ? Math.Min(Letters(first), line.Letters) : Letters(first))
        && (!first.Exists(w => w.Text.Contains('@')) || Signs(second) >= Signs(first)) && Confidence(second) > Confidence(first) + Gain && Worth(second) > Worth(first);

    /// <summary>The signs of addresses are small and easily lost.</summary>
    private static int Signs(List<RecognizedWord> words) => words.Sum(w => w.Text.Count(c => c is '@' or '.' or '/'));

    /// <summary>How much a reading says, and how surely.</summary>
    private static double Worth(IEnumerable<RecognizedWord> words) => words.Sum(w => (w.Confidence - Telling) * w.Text.Length);

    private static int Letters(List<RecognizedWord> words) => words.Sum(w => w.Text.Length);

    private static double Confidence(List<RecognizedWord> words) => words.Count == 0 ? 0 : words.Sum(w => w.Confidence * w.Text.Length) / Letters(words);

    private static bool IsOn(PixelBox word, PixelBox line) =>
        Math.Min(word.Right, line.Right) - Math.Max(word.Left, line.Left) >= 0.5 * Math.Min(word.Width, line.Width)
        && Math.Min(word.Bottom, line.Bottom) - Math.Max(word.Top, line.Top) >= 0.5 * Math.Min(word.Height, line.Height);
}
