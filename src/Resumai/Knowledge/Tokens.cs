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
        for (var at = 0; Next(text, ref at, out var start);) tokens.Add(new Token(UnicodeText.Fold(text.AsSpan(start, at - start)), start, at - start));
        return tokens;
    }

    /// <summary>The same words without their places; of a single word, as most terms are, no list is made.</summary>
    /// <param name="first">Empty when there is none.</param>
    /// <param name="more">Those after the first.</param>
    public static void Words(string text, out string first, out List<string>? more)
    {
        (first, more) = ("", null);
        for (var at = 0; Next(text, ref at, out var start);)
        {
            var word = UnicodeText.Fold(text.AsSpan(start, at - start));
            if (first.Length == 0) first = word;
            else (more ??= []).Add(word);
        }
    }

    /// <summary>The words joined by single spaces: the form phrases are compared in.</summary>
    public static string Phrase(string text)
    {
        Words(text, out var first, out var more);
        return more is null ? first : $"{first} {string.Join(' ', more)}";
    }

    /// <summary>Goes on to the end of the next word; false when there is none.</summary>
    private static bool Next(string text, ref int at, out int start)
    {
        while (at < text.Length && !IsWordCharacter(text[at])) at++;
        start = at;
        while (at < text.Length && (IsWordCharacter(text[at]) || (IsInner(text[at]) && at + 1 < text.Length && IsWordCharacter(text[at + 1])))) at++;
        return at > start;
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || (c != ' ' && IsSeldomWordCharacter(c));

    private static bool IsSeldomWordCharacter(char c) => char.IsLetterOrDigit(c) || c is '+' or '#' or '&' or '·' || char.IsSurrogate(c)
        || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsInner(char c) => c is '-' or '\'' or '’' or '.' or '‐' or '‑' or '*' or '_';
}
