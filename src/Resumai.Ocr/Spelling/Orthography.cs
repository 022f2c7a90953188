using System.Text.RegularExpressions;
using Resumai.Ocr.Languages;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Spelling;

/// <summary>
/// Letters a language is not written with, where its model knows older spellings or other code points for what looks the same: the
/// breathings of ancient Greek, the cedillas that stood for Romanian commas. Written as the language is.
/// </summary>
internal static partial class Orthography
{
    private const string MiddleDot = "·";

    public static IReadOnlyList<RecognizedWord> Of(IReadOnlyList<RecognizedWord> words, string? language)
    {
        var written = new List<RecognizedWord>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var text = Of(word.Text, language);
            if (written is [.., var before] && before.Line == word.Line)
            {
                // One long dash may be read as two, or as a dash and a dot.
                if (IsDash(text) && IsDash(before.Text)) continue;
                if (text == MiddleDot && EndsInDash(before.Text)) continue;
                // A short dash looks like a dot; two months with one between them are a range.
                if (IsoAlone().IsMatch(before.Text) && StandardNumber().IsMatch(text)) written[^1] = before with { Text = IsoAlone().Replace(before.Text, "ISO"), Letters = [] };
                // "11ο Λύκειο": the letter of an ordinal.
                if (language == "el" && GreekOrdinal().IsMatch(before.Text) && GreekSchool().IsMatch(text)) written[^1] = before with { Text = before.Text[..^1] + 'ο', Letters = [] };
                // "(3 a. 9 l.)": months, behind a number.
                if (language == "ro" && text.StartsWith("1.", StringComparison.Ordinal) && text.AsSpan(2).Trim("),;").IsEmpty && before.Text.All(char.IsAsciiDigit)) text = 'l' + text[1..];
                if (text == MiddleDot && IsRange(words, i)) text = "–";
            }
            written.Add(word with { Text = text });
        }
        return written;
    }

    private static bool EndsInDash(string text) => text[^1] is '-' or '–' or '—';

    /// <summary>Two months with a sign between them, or two years with nothing else of the kind beside them.</summary>
    private static bool IsRange(IReadOnlyList<RecognizedWord> words, int at)
    {
        if (At(1) is not { } to || At(-1) is not { } from) return false;
        if (Month().IsMatch(from) && Month().IsMatch(to)) return true;
        return OneYear().IsMatch(from) && OneYear().IsMatch(to) && string.CompareOrdinal(from, to) < 0 && At(-2) != MiddleDot && At(2) != MiddleDot;

        string? At(int offset) => at + offset >= 0 && at + offset < words.Count && words[at + offset].Line == words[at].Line ? words[at + offset].Text : null;
    }

    private static bool IsDash(string text) => text is "-" or "–" or "—";

    internal static string Of(string text, string? language) => language switch
    {
        "el" => text is "δι" ? "&" : GreekLevel(LevelInBrackets().Replace(GreekOne().Replace(Euro().Replace(Greek(Common(ForeignWords.MarkAndBreathing().Replace(text, "–"))), "€"), "1"), "C")),
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
        text = TwoDates().Replace(TwoYears().Replace(text, "${from}–${to}"), "${from}–${to}");
        text = Level().Replace(text, level => level.Value.ToUpperInvariant());
        text = Iso().Replace(Plus().Replace(text, "+"), "ISO");
        text = LinkedInPath().Replace(LinkedInHost().Replace(text, "linkedin.com/"), "in/");
        text = October().Replace(text, "10.");
        text = Standard().Replace(RaisedStroke().Replace(Guillemet().Replace(text, "–"), "'"), "ISO");
        text = Eleven().Replace(Amid().Replace(text, "5"), "11");
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

    /// <summary>The levels of the European framework are named by Latin letters.</summary>
    private static string GreekLevel(string text) =>
        LevelInGreek().IsMatch(text) ? text.Replace('Α', 'A').Replace('Β', 'B').Replace('Ι', '1').Replace('Ί', '1') : text;

    internal static string Romanian(string text) => text.Replace('ş', 'ș').Replace('Ş', 'Ș').Replace('ţ', 'ț').Replace('Ţ', 'Ț');

    /// <summary>One accent and no breathings (the monotonic spelling of 1982).</summary>
    internal static string Greek(string text) => GreekAccents.Of(text.Replace('µ', 'μ').Replace('ϐ', 'β').Replace('ϱ', 'ρ'));

    // Only dashes, between figures, or between a figure and a word.
    [GeneratedRegex(@"^[-–—]{2,}$|^[-–—]{2,3}(?=\p{L}{2})|(?<=\d)[-–—]{2,3}(?=\p{L}{2})|(?<=\d)[-–—]{2,}(?=\d)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex BrokenDash();

    [GeneratedRegex(@"(?<![\w$])(?:[2zZ][0oO][0-3oOIliz]|[1Ili]9[5-9sS$])[0-9oOIlizsS$](?![\w$])", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Year();

    // Two old-style ones.
    [GeneratedRegex(@"(?<=(?<![\w$])20)n(?!\w)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Eleven();

    // An old-style five.
    [GeneratedRegex(@"(?<=\d\$?)\$(?=\$?\d)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Amid();

    [GeneratedRegex(@"^(?:0?[1-9]|1[0-2])[./](?:19[5-9]|20[0-3])\d$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?:19[5-9]|20[0-3])\d$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex OneYear();

    [GeneratedRegex(@"^[1-9]\d?0$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex GreekOrdinal();

    [GeneratedRegex(@"^(?:Λύκει|Λυκεί|Γυμνάσι|Δημοτικ|Γενικ|Ενιαί|Επαγγελματικ|Τεχνικ|Πειραματικ|ΓΕΛ|ΕΠΑΛ|ΕΠΑ\.Λ|ΤΕΕ|ΙΕΚ)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex GreekSchool();

    // A range of years whose dash was left out.
    [GeneratedRegex(@"^(?<from>\W?(?:19[5-9]|20[0-3])\d)(?<to>(?:19[5-9]|20[0-3])\d\W?)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex TwoYears();

    // A range of months whose dash was left out.
    [GeneratedRegex(@"^(?<from>(?:0?[1-9]|1[0-2])[./](?:19[5-9]|20[0-3])\d)(?<to>(?:0?[1-9]|1[0-2])[./](?:19[5-9]|20[0-3])\d\W?)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex TwoDates();

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

    // The plus before the code of a country, read as two dashes.
    [GeneratedRegex(@"^-{2}(?=[1-9]\d{1,2}(?:\D|$)|[1-9]\d{9,12}$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Plus();

    [GeneratedRegex(@"(?<=^|//|www\.)[A-Za-z|1]inkedin\.com/", RegexOptions.CultureInvariant, 500)]
    private static partial Regex LinkedInHost();

    [GeneratedRegex(@"(?<=(?:^|//|www\.)linkedin\.com/)[A-Za-z|1]n/", RegexOptions.CultureInvariant, 500)]
    private static partial Regex LinkedInPath();

    [GeneratedRegex(@"^\(?[ΑΒ][12ΙΊ]\)?[.,;]?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex LevelInGreek();

    // "(C1)": no number of two figures stands in brackets behind a language.
    [GeneratedRegex(@"(?<=^\()[6OΟ](?=[12]\)[.,;]?$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex LevelInBrackets();

    // A one of a short year, read as a capital.
    [GeneratedRegex(@"(?<=['’]\d)[ΙΊ](?=\W|$)|(?<=['’])[ΙΊ](?=\d(?:\W|$))", RegexOptions.CultureInvariant, 500)]
    private static partial Regex GreekOne();

    // "2023.IO.": no Roman number.
    [GeneratedRegex(@"(?<=^(?:19|20)\d\d\.)[Il1][Oo]\.(?=$|[-–—])", RegexOptions.CultureInvariant, 500)]
    private static partial Regex October();

    // Capitals taken for figures before the number of a well-known standard.
    [GeneratedRegex(@"(?<=^\W*)15[0O](?=(?:9001|14001|13485|17025|2[27]00[01]|45001|50001)(?!\d))", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<=^\W*)[Il1][S5][0O]$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex IsoAlone();

    [GeneratedRegex(@"^(?:9001|14001|13485|17025|2[27]00[01]|45001|50001)(?!\d)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex StandardNumber();

    // The small raised letter of "1.º", read as a sign.
    [GeneratedRegex(@"(?<=^\d{1,2}\.)[*""”'°](?=\W*$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Ordinal();

    // "Sp. z o.o.": round letters between dots.
    [GeneratedRegex(@"^[0oO]\.[0oO]+\.(?=\W*$)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex WithLiability();
}
