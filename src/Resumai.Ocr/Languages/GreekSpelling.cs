using System.Text.RegularExpressions;
using Resumai.Ocr.Spelling;

namespace Resumai.Ocr.Languages;

/// <summary>Whether a word could be Greek by the way it is written, which what a Greek model makes of Latin letters seldom could.</summary>
internal static partial class GreekSpelling
{
    /// <summary>Letters up to which a word may be an abbreviation, which has no accent and, with a capital, ends in any letter.</summary>
    private const int Abbreviation = 4;
    /// <summary>Vowels behind the accented one at most; two that are written together may be one.</summary>
    private const int AfterAccent = 2;
    private const string Accented = "άέήίόύώΐΰ";
    private static readonly char[] AccentedAny = [.. Accented, .. "ΆΈΉΊΌΎΏ"];

    /// <param name="word">Without the signs around it; figures by themselves tell nothing.</param>
    public static bool MayBe(string word) => Orthography.Greek(word).Split('/', '-', '–', '.', ',', '\'', '’').Where(part => part.Any(char.IsLetter)).All(MayBePart);

    private static bool MayBePart(string part)
    {
        if (part.All(char.IsAsciiLetterOrDigit)) return !part.Any(char.IsAsciiDigit) || part.All(char.IsAsciiDigit);
        if (!part.All(c => c is >= '\u0370' and <= '\u03FF' && char.IsLetter(c))) return false;
        var rest = part[1..];
        if (!rest.Any(char.IsLower)) return true;
        if (rest.Any(char.IsUpper) || Misplaced().IsMatch(part)) return false;
        var accents = part.Count(c => Accented.Contains(char.ToLowerInvariant(c)));
        var brief = part.Length <= Abbreviation;
        // The accent is on one of the last three syllables.
        if (accents == 1 && Vowels().Count(part[(part.LastIndexOfAny(AccentedAny) + 1)..]) > AfterAccent) return false;
        return ((brief && char.IsUpper(part[0])) || Ending().IsMatch(part)) && (brief || Vowels().Count(part) < 2 ? accents <= 1 : accents == 1);
    }

    // A sigma of the end amid a word, one of its middle at the end, the same letter three times.
    [GeneratedRegex(@"ς.|σ$|(?<same>.)\k<same>{2}", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Misplaced();

    [GeneratedRegex("[αεηιουωάέήίόύώϊϋΐΰνςρ]$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Ending();

    // Two letters that are one vowel count once.
    [GeneratedRegex("[αεου][ύυ]|[αεου][ίι]|υ[ίι]|[αεηιουωάέήίόύώϊϋΐΰ]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 500)]
    private static partial Regex Vowels();
}
