using System.Text.RegularExpressions;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>Parts text from what only looks like it: rules, specks, pictures, pictograms and list marks read as letters.</summary>
internal static partial class WordFilter
{
    /// <summary>Least mean confidence of a line, and of a word of few letters.</summary>
    private const double LeastLine = 0.35, LeastShort = 0.4, LeastWord = 0.2;
    /// <summary>A line of so many words read so unsurely is a rule or a pattern, however like words its letters are.</summary>
    private const double LeastAtAll = 0.15;
    private const int FewestAtAll = 4;
    /// <summary>Pictograms are read as at signs too, less surely.</summary>
    private const double SureSign = 0.85;
    /// <summary>Words of so few letters may be marks, so many side by side are, if each and all of them are so unsure.</summary>
    private const int MarkLetters = 3, FewestMarks = 3;
    private const double UnsureMark = 0.75, UnsureMarks = 0.6;
    /// <summary>In heights of the line: how near its word a stroke behind it stands, and the widest gap before a stroke between words, which typewriter faces have.</summary>
    private const double NextTo = 0.6, TypewriterGap = 1.6;
    /// <summary>In the usual height of words: letters that are lower are slivers of a line that was cut apart.</summary>
    private const double LeastHeight = 0.4;
    /// <summary>In heights of the line: how far behind its item a stroke between items stands at most, and by how much such gaps differ.</summary>
    private const double WidestGap = 2.2, SameGap = 0.5;
    private const string Separators = "-–—|•·&+/:,;.()*→~<>%#§€$£'\"„“”«»";

    public static IReadOnlyList<RecognizedWord> Keep(IReadOnlyList<RecognizedWord> words, GrayImage image)
    {
        var usual = UsualHeight(words);
        var kept = new List<RecognizedWord>(words.Count);
        foreach (var line in words.Where(w => !IsSliver(w, usual)).GroupBy(w => w.Line))
        {
            var letters = line.Where(w => w.Text.Any(char.IsLetterOrDigit)).ToList();
            if (letters.Count == 0) continue;
            var wordlike = letters.Where(w => IsWordlike(w) || IsFigures(w) || Address().IsMatch(w.Text)).Sum(w => w.Text.Length) * 2 >= letters.Sum(w => w.Text.Length);
            var confidence = letters.Sum(w => w.Confidence * w.Text.Length) / letters.Sum(w => w.Text.Length);
            if (confidence < (wordlike ? LeastAtAll : LeastLine) && (!wordlike || letters.Count >= FewestAtAll)) continue;
            kept.AddRange(Line(WithoutMarks([.. line]), image, usual));
        }
        return kept;
    }

    private static bool IsSliver(RecognizedWord word, double usual) => word.Text.Length > 1 && word.Text.All(char.IsLetterOrDigit) && word.Box.Height < LeastHeight * usual;

    /// <summary>Hollow stars and rings in a row are read as short words, none of them surely.</summary>
    private static List<RecognizedWord> WithoutMarks(List<RecognizedWord> line)
    {
        var start = 0;
        while (start < line.Count)
        {
            var end = start;
            while (end < line.Count && line[end].Text.Length <= MarkLetters && line[end].Confidence < UnsureMark) end++;
            var row = line.GetRange(start, end - start);
            // No mark is read as one of these figures: "1 yr 8 m.".
            if (row.Count >= FewestMarks && row.Average(w => w.Confidence) < UnsureMarks && !row.Exists(w => w.Text.AsSpan().ContainsAnyInRange('1', '9'))) line.RemoveRange(start, end - start);
            else start = end + 1;
        }
        return line;
    }

    private static IEnumerable<RecognizedWord> Line(List<RecognizedWord> line, GrayImage image, double usual)
    {
        var heights = line.Where(w => w.Text.Length > 2).Select(w => (double)w.Box.Height).Order().ToArray();
        var height = heights.Length == 0 ? usual : heights[heights.Length / 2];
        for (var i = 0; i < line.Count; i++)
        {
            var word = line[i];
            var first = i == 0 || word.Box.Left - line[i - 1].Box.Right > height;
            if (first && (i + 1 == line.Count || line[i + 1].Box.Left - word.Box.Right > height) && ListMark.IsOnRule(image, word, height)) continue;
            var more = i + 1 < line.Count && line[i + 1].Box.Left - word.Box.Right < 3 * height;
            if (first && more && word.Text.Length <= 2 && ListMark.Looks(image, word, height))
            {
                yield return word with { Text = "•" };
                // A disc far before its item is read as a letter and a dash.
                if (line[i + 1].Text is "-" or "–" or "—") i++;
                continue;
            }
            // An icon or a hollow square before a heading or an item.
            if (first && more && word.Text.Length <= 2 && word.Confidence < UnsureMark && word.Text.AsSpan().IndexOfAny("[]{}") >= 0 && !word.Text.Any(char.IsAsciiDigit)) continue;
            var last = i + 1 == line.Count || line[i + 1].Box.Left - word.Box.Right > height;
            // The end of a rule beside the word.
            if (first && word.Text.Length > 3 && word.Text[0] is '_' or '|') word = word with { Text = word.Text[1..] };
            // A stroke right behind a word parts it from the next line's; others are rules.
            if (RulePieces.IsOne(word, image)) continue;
            if (word.Text is "||" or "_" ? first || last : word.Text == "|" && !IsAmongStrokes(line, i, height) && (i == 0 || word.Box.Left - line[i - 1].Box.Right > TypewriterGap * height || (last && word.Box.Left - line[i - 1].Box.Right > NextTo * height))) continue;
            if (IsText(word, height) || (!first && !last && IsAmidText(word, height))) yield return word;
        }
    }

    /// <summary>Strokes part the items of a list: each as far behind its item as others of the line, or as the next item behind it.</summary>
    private static bool IsAmongStrokes(List<RecognizedWord> line, int i, double height)
    {
        if (i == 0 || Behind(i) > WidestGap * height) return false;
        return (i + 1 < line.Count && Math.Abs(line[i + 1].Box.Left - line[i].Box.Right - Behind(i)) <= SameGap * height)
            || Enumerable.Range(1, line.Count - 1).Any(j => j != i && line[j].Text == "|" && Math.Abs(Behind(j) - Behind(i)) <= SameGap * height);

        int Behind(int at) => line[at].Box.Left - line[at - 1].Box.Right;
    }

    private static bool IsText(RecognizedWord word, double height)
    {
        // Nothing else is read as a year, a range of years or an address.
        if (IsWordlike(word) || (IsFigures(word) && Year().IsMatch(word.Text)) || Address().IsMatch(word.Text)) return true;
        if (word.Confidence < LeastWord) return false;
        if (word.Text.Any(char.IsLetterOrDigit)) return word.Text.Length > 2 || word.Confidence >= LeastShort;
        // Specks read as points, rules read as dashes.
        return word.Confidence >= LeastShort && word.Text.All(Separators.Contains) && word.Box.Width < 4 * height && word.Box.Height < 3 * height;
    }

    /// <summary>Between words of a line a short word is one, however unsure.</summary>
    private static bool IsAmidText(RecognizedWord word, double height) =>
        IsDash(word, height) || (word.Text == "@" && word.Confidence >= SureSign) || (word.Box.Height > 0.3 * height && word.Box.Height < 1.6 * height && word.Text.All(c => char.IsLetterOrDigit(c) || Separators.Contains(c)));

    private static bool IsDash(RecognizedWord word, double height) =>
        word.Text.All("-–—".Contains) && word.Box.Width > 0.15 * height && word.Box.Width < 2 * height && word.Box.Height < height;

    /// <summary>Letters but for the signs around them: such a word is kept however unsure the recogniser is of one of its letters.</summary>
    private static bool IsWordlike(RecognizedWord word)
    {
        var text = word.Text.AsSpan().Trim(".,;:()[]-–„“”\"'/");
        if (text.Length < 3) return false;
        var (letters, changes) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetter(text[i])) letters++;
            if (i > 1 && char.IsLower(text[i - 1]) && char.IsUpper(text[i])) changes++;
        }
        return letters >= text.Length * 0.8 && changes <= 1;
    }

    /// <summary>A date, an amount, a part of a number: figures and what stands between them.</summary>
    private static bool IsFigures(RecognizedWord word)
    {
        var digits = word.Text.Count(char.IsAsciiDigit);
        return digits >= 2 && digits >= word.Text.Length * 0.6 && word.Text.All(c => char.IsAsciiDigit(c) || Separators.Contains(c) || c == '_');
    }

    [GeneratedRegex(@"(?<!\d)(?:19|20)\d\d(?!\d)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Year();

    [GeneratedRegex(@"[a-z]{3}\.[a-z]{2,8}/|@[a-z\d-]{3,}\.[a-z]{2}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 500)]
    private static partial Regex Address();

    private static double UsualHeight(IReadOnlyList<RecognizedWord> words)
    {
        var heights = words.Where(w => w.Text.Length > 2).Select(w => (double)w.Box.Height).Order().ToArray();
        return heights.Length == 0 ? 30 : heights[heights.Length / 2];
    }
}
