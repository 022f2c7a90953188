using System.Globalization;
using System.Text;
using Resumai.Text;

namespace Resumai.Cli.Eval.Scoring;

/// <summary>
/// How the scorer folds text before it compares: case, diacritics and punctuation go, words stay, joined by single spaces.
/// Letter for letter the rules of tests/score.py, which folds by Python's <c>unicodedata</c>, <c>casefold</c> and <c>\w</c>.
/// </summary>
internal static class TextFolding
{
    /// <param name="keep">Punctuation that belongs to a word here: "+#" for skills.</param>
    public static string Fold(string text, string keep = "")
    {
        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var rune in Spell(CaseFold(UnicodeText.DecomposeCompatibility(Spell(text)))).EnumerateRunes())
        {
            if (CombiningMarks.Contains(rune) || rune.Value == '\'') continue;
            if (!IsWord(rune) && !(rune.IsBmp && keep.Contains((char)rune.Value)))
            {
                space = true;
                continue;
            }
            if (space && folded.Length > 0) folded.Append(' ');
            space = false;
            folded.Append(rune.Value == 'ς' ? "σ" : rune.ToString());
        }
        return folded.ToString();
    }

    /// <summary>Letters, digits and other numbers: Python's <c>\w</c> without the underscore.</summary>
    private static bool IsWord(Rune rune) => Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Letters outside a–z that do not decompose, spelt as their nearest; soft hyphens out; one kind of apostrophe.</summary>
    private static string Spell(string text)
    {
        var spelt = new StringBuilder(text.Length + 4);
        foreach (var c in text)
        {
            _ = c switch
            {
                'ß' => spelt.Append("ss"),
                'ł' or 'Ł' => spelt.Append('l'),
                'ø' or 'Ø' => spelt.Append('o'),
                'æ' or 'Æ' => spelt.Append("ae"),
                'đ' or 'Đ' or 'ð' => spelt.Append('d'),
                'þ' => spelt.Append("th"),
                'œ' or 'Œ' => spelt.Append("oe"),
                'ı' => spelt.Append('i'),
                '\u00AD' => spelt,
                '’' or '‘' => spelt.Append('\''),
                _ => spelt.Append(c),
            };
        }
        return spelt.ToString();
    }

    /// <summary>Full case folding of decomposed text; where it is more than lower case (old Cyrillic forms and Cherokee left aside, both sides fold alike there).</summary>
    private static string CaseFold(string text) => text.ToLowerInvariant().Replace("ß", "ss").Replace('\u0345', 'ι');
}
