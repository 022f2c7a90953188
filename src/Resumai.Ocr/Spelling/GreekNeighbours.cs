using System.Text.RegularExpressions;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Spelling;

/// <summary>
/// Short words of Greek pages that only the words beside them tell: the sign of the euro behind an amount, the letter of a language's level, units of time
/// behind figures, the point before a span of time; and pictograms that are read as a round capital by itself.
/// </summary>
internal static partial class GreekNeighbours
{
    /// <summary>In heights of the word before: how near a sign stands to its number.</summary>
    private const double Near = 0.9;
    /// <summary>In heights of the word: how far a pictogram stands from the words beside it at least.</summary>
    private const double SetOff = 0.3;
    private const string RoundCapitals = "ΦΘΩϕφϱϐ";
    /// <summary>What the words beside it tell is no guess.</summary>
    private const double Sure = 0.6;

    public static IReadOnlyList<RecognizedWord> Told(IReadOnlyList<RecognizedWord> words)
    {
        var told = new List<RecognizedWord>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var (word, before, after) = (words[i], Beside(words, i, -1), Beside(words, i, 1));
            if (IsPictogram(word, before, after)) continue;
            // "C1 – Πολύ καλή": the dash parts the level from what it means.
            if (after is not null && IsDash(after.Text) && Beside(words, i, 2) is { } meaning) after = meaning;
            if (word.Text == "·" && told is [.., var last] && last.Line == word.Line && IsPointed(last.Text)) told[^1] = last with { Text = last.Text.TrimEnd(':'), Letters = [] };
            if (after is not null && YearAndColon().IsMatch(word.Text) && Figures().IsMatch(after.Text) && Beside(words, i, 2) is { } unit && IsUnit(unit))
            {
                // "2017 · 3 έτη": no colon stands behind a year.
                told.Add(word with { Text = word.Text.TrimEnd(':'), Letters = [] });
                told.Add(word with { Text = "·", Box = word.Box with { Left = word.Box.Right, Right = Math.Max(word.Box.Right + 1, after.Box.Left) }, Letters = [] });
                continue;
            }
            told.Add(Text(word, before, after) is { } text ? word with { Text = text, Confidence = Math.Max(word.Confidence, Sure), Letters = [] } : word);
        }
        return told;
    }

    private static string? Text(RecognizedWord word, RecognizedWord? before, RecognizedWord? after)
    {
        if (before is not null && Euro().Match(word.Text) is { Success: true } euro && Amount().IsMatch(before.Text) && word.Box.Left - before.Box.Right < Near * before.Box.Height) return "€" + euro.Groups["end"].Value;
        // A quotation mark behind a dash, before a month or a name, is a part of the dash.
        if (before is not null && EndsInDash().IsMatch(before.Text) && Quote().IsMatch(word.Text)) return word.Text[1..];
        if (AttachedMonths().IsMatch(word.Text)) return word.Text.Replace("πι", "m", StringComparison.Ordinal);
        if (before is not null && Figures().IsMatch(before.Text) && EnglishMonths().Match(word.Text) is { Success: true } months) return "m" + months.Groups["end"].Value;
        if (after is not null && EnglishYears().IsMatch(word.Text) && Figures().IsMatch(after.Text)) return word.Text[..^1] + "y";
        if (after is not null && word.Text is "Ί" or "Ι" or "ί" && IsUnit(after)) return "1";
        return LevelFigure().IsMatch(word.Text) && IsLevel(before, after) ? LevelFigure().Replace(word.Text, "C") : null;
    }

    private static bool IsDash(string text) => text is "-" or "–" or "—";

    private static bool IsUnit(RecognizedWord word) => Unit().IsMatch(Orthography.Greek(word.Text));

    /// <summary>A language before it, or what the level means behind it.</summary>
    private static bool IsLevel(RecognizedWord? before, RecognizedWord? after) =>
        (before is not null && IsLanguage(before.Text)) || (after is not null && Meaning().IsMatch(after.Text));

    private static bool IsLanguage(string text) => text.Length > 3 && text.Trim(':', '(', ',', '-').EndsWith("ικά", StringComparison.Ordinal);

    /// <summary>A colon behind a word that a point stands behind already: one sign, read twice.</summary>
    private static bool IsPointed(string text) => text.Length > 1 && text[^1] == ':';

    private static bool IsPictogram(RecognizedWord word, RecognizedWord? before, RecognizedWord? after) => word.Text.Length == 1 && RoundCapitals.Contains(word.Text[0])
        && (after is null || after.Box.Left - word.Box.Right >= SetOff * word.Box.Height) && (before is null || word.Box.Left - before.Box.Right >= SetOff * word.Box.Height);

    private static RecognizedWord? Beside(IReadOnlyList<RecognizedWord> words, int at, int step) =>
        at + step >= 0 && at + step < words.Count && words[at + step].Line == words[at].Line ? words[at + step] : null;

    [GeneratedRegex(@"^[εΕEe€](?<end>[.,;)]?)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Euro();

    [GeneratedRegex("[-–—]$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex EndsInDash();

    [GeneratedRegex("^[«\"“”](?=\\p{Lu}\\p{Ll})[^«»\"“”]+$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Quote();

    [GeneratedRegex(@"^(?:\d{1,2}[yγ])?\d{1,2}πι[.)]+$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex AttachedMonths();

    [GeneratedRegex(@"\d{3}$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^\(?\d{1,2}$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Figures();

    // "(4 y 5 m)": the months, in a letter that Greek does not have.
    [GeneratedRegex(@"^πι(?<end>[.)]+)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex EnglishMonths();

    [GeneratedRegex(@"^\(?\d{0,2}[γυ]$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex EnglishYears();

    [GeneratedRegex(@"(?:19|20)\d\d:+$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex YearAndColon();

    [GeneratedRegex(@"^(?:μήν(?:ας|ες)|έτ(?:ος|η)|μ\.|έτ\.)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Unit();

    [GeneratedRegex(@"(?<=^\(*)[6ςΟϐ](?=[12]\)*[.,;|]?$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex LevelFigure();

    [GeneratedRegex(@"^\(?(?:Πολύ|Άριστη|Λίαν)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Meaning();
}
