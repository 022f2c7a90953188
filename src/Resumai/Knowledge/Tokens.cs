using Resumai.Text;

namespace Resumai.Knowledge;

/// <summary>A word of a text for look-ups: folded, without punctuation at its ends, and where it stands in the text.</summary>
internal readonly record struct Token(string Folded, int Start, int Length)
{
    public int End => Start + Length;
}

/// <summary>Cuts text into words for look-ups in lexicons.</summary>
internal static class Tokens
{
    /// <summary>About as many characters a word takes with the space behind it.</summary>
    private const int LettersOfWord = 7;

    /// <summary>The words of a text; hyphens, slashes, apostrophes and full stops inside a word do not end it.</summary>
    public static List<Token> Of(string text)
    {
        var tokens = new List<Token>(1 + (text.Length / LettersOfWord));
        var i = 0;
        while (i < text.Length)
        {
            while (i < text.Length && !IsWordCharacter(text[i])) i++;
            var start = i;
            while (i < text.Length && (IsWordCharacter(text[i]) || (IsInner(text[i]) && i + 1 < text.Length && IsWordCharacter(text[i + 1])))) i++;
            if (i > start) tokens.Add(new Token(UnicodeText.Fold(text.AsSpan(start, i - start)), start, i - start));
        }
        return tokens;
    }

    /// <summary>The words joined by single spaces: the form phrases are compared in.</summary>
    public static string Phrase(string text) => string.Join(' ', Of(text).Select(t => t.Folded));

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || (c != ' ' && IsSeldomWordCharacter(c));

    private static bool IsSeldomWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '+' or '#' or '&' or '·' || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsInner(char c) => c is '-' or '\'' or '’' or '.' or '‐' or '‑' or '*' or '_';
}
