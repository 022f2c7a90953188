using System.Text.RegularExpressions;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Spelling;

/// <summary>
/// Letters a language is not written with, where its model knows older spellings or other code points for what looks the same: the
/// breathings of ancient Greek, the cedillas that stood for Romanian commas. Written as the language is.
/// </summary>
internal static partial class Orthography
{
    public static IReadOnlyList<RecognizedWord> Of(IReadOnlyList<RecognizedWord> words, string? language)
    {
        var written = new List<RecognizedWord>(words.Count);
        foreach (var word in words)
        {
            var text = Of(word.Text, language);
            // One long dash may be read as two.
            if (IsDash(text) && written is [.., var before] && before.Line == word.Line && IsDash(before.Text)) continue;
            written.Add(word with { Text = text });
        }
        return written;
    }

    private static bool IsDash(string text) => text is "-" or "–" or "—";

    internal static string Of(string text, string? language) => language switch
    {
        "el" => text is "δι" ? "&" : Euro().Replace(Greek(Common(text)), "€"),
        "ro" => Romanian(Common(text)),
        "es" or "pt" => Ordinal().Replace(Common(text), "º"),
        "pl" => WithLiability().Replace(Common(text), "o.o."),
        _ => Common(text),
    };

    /// <summary>One dash for a broken one, one stroke before a short year, a capital for the level of a language, figures for the letters that old-style figures of a year look like.</summary>
    private static string Common(string text)
    {
        if (BrokenDash().IsMatch(text)) text = BrokenDash().Replace(text, "–");
        text = LinkedIn().Replace(ShortYear().Replace(text, "'"), "LinkedIn");
        text = TwoYears().Replace(text, "${from}–${to}");
        text = Level().Replace(text, level => level.Value.ToUpperInvariant());
        text = Standard().Replace(RaisedStroke().Replace(Guillemet().Replace(text, "–"), "'"), "ISO");
        text = Amid().Replace(text, "5");
        return Year().Replace(text, year => year.Value.Any(char.IsAsciiDigit) ? string.Concat(year.Value.Select(Figure)) : year.Value);
    }

    private static char Figure(char c) => c switch
    {
        'o' or 'O' => '0',
        'I' or 'l' or 'i' => '1',
        'z' or 'Z' => '2',
        's' or 'S' or '$' => '5',
        _ => c,
    };

    internal static string Romanian(string text) => text.Replace('ş', 'ș').Replace('Ş', 'Ș').Replace('ţ', 'ț').Replace('Ţ', 'Ț');

    /// <summary>One accent and no breathings (the monotonic spelling of 1982).</summary>
    internal static string Greek(string text) => GreekAccents.Of(text.Replace('µ', 'μ').Replace('ϐ', 'β').Replace('ϱ', 'ρ'));

    // Only dashes, between figures, or between a figure and a word.
    [GeneratedRegex(@"^[-–—]{2,}$|^[-–—]{2,3}(?=\p{L}{2})|(?<=\d)[-–—]{2,3}(?=\p{L}{2})|(?<=\d)[-–—]{2,}(?=\d)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex BrokenDash();

    [GeneratedRegex(@"(?<![\w$])(?:[2zZ][0oO][0-3oOIliz]|[1Ili]9[5-9sS$])[0-9oOIlizsS$](?![\w$])", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Year();

    // An old-style five.
    [GeneratedRegex(@"(?<=\d\$?)\$(?=\$?\d)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Amid();

    // A range of years whose dash was left out.
    [GeneratedRegex(@"^(?<from>\W?(?:19[5-9]|20[0-3])\d)(?<to>(?:19[5-9]|20[0-3])\d\W?)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex TwoYears();

    // "'24": one stroke before two figures, read as two.
    [GeneratedRegex(@"(?<=^|[-–—])[""”“](?=\d{2}(?:[-–—,.]|$))(?![^""”“]*[""”“])", RegexOptions.CultureInvariant, 500)]
    private static partial Regex ShortYear();

    // The letter within looks like others.
    [GeneratedRegex(@"(?<=^|\W)Linked[iIl1|]n(?=\W|$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex LinkedIn();

    // A level of the European framework by itself, whose C looks like a small one.
    [GeneratedRegex(@"^\(?c[12]\)?[.,;]?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Level();

    // A dash or swung dash between figures.
    [GeneratedRegex(@"(?<=\d)[«»](?=\d)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Guillemet();

    // "cze'09": the stroke before a short year behind a month.
    [GeneratedRegex(@"(?<=\p{L}{3}\.?)\*(?=\d{2}(?:\D|$))", RegexOptions.CultureInvariant, 500)]
    private static partial Regex RaisedStroke();

    // Behind an amount the sign of the euro is read as the letter that it was drawn from.
    [GeneratedRegex(@"(?<=\d{3})[ΕE](?=\W*$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Euro();

    // A figure that ends capitals: the letter that it looks like, before the number of a standard.
    [GeneratedRegex(@"(?<=^\W*)[Il1]S0(?=$|\W|\d{3,5}(?!\d))", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Standard();

    // The small raised letter of "1.º", read as a sign.
    [GeneratedRegex(@"(?<=^\d{1,2}\.)[*""”'°](?=\W*$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Ordinal();

    // "Sp. z o.o.": round letters between dots.
    [GeneratedRegex(@"^[0oO]\.[0oO]+\.(?=\W*$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex WithLiability();
}
