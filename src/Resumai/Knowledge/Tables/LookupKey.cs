using System.Text;
using Resumai.Text;

namespace Resumai.Knowledge.Tables;

/// <summary>
/// The form in which the compiled tables are compared: folded words joined by single spaces. "Saint-Étienne" and "saint etienne", "CI/CD" and
/// "ci cd" are one; ".net" keeps its full stop. tools/knowledge/keys.mjs does the same.
/// </summary>
internal static class LookupKey
{
    public static string Of(string text)
    {
        var folded = UnicodeText.Fold(text);
        var key = new StringBuilder(folded.Length);
        for (var at = 0; at < folded.Length;)
        {
            if (!IsPart(folded[at]))
            {
                at++;
                continue;
            }
            var start = at;
            while (at < folded.Length && IsPart(folded[at])) at++;
            var word = Trim(folded.AsSpan(start, at - start));
            if (word.Length == 0 || word.IndexOfAnyExcept(".'·") < 0) continue;
            if (key.Length > 0) key.Append(' ');
            key.Append(word);
        }
        return key.ToString();
    }

    /// <summary>True for the characters that make up a word; all others part words.</summary>
    public static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '+' or '#' or '&' or '\'' or '.' or '·' or '*' or '@' or '%' or '’' or '‘'
        || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> word)
    {
        word = word.TrimEnd(".'").TrimStart('\'');
        while (word.Length > 1 && word[0] == '.' && word[1] == '.') word = word[1..];
        return word;
    }
}
