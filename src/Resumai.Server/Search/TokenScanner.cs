using System.Globalization;
using System.Text;

namespace Resumai.Server.Search;

/// <param name="WordsEnd">Where the signs after its last word begin; its end when there are none.</param>
/// <param name="Joints">Where dots join its parts.</param>
internal sealed record TokenSpan(int Start, int End, int WordsEnd, IReadOnlyList<int> Joints)
{
    public string Of(string text) => text[Start..End];
}

/// <summary>Where a token stands.</summary>
internal readonly record struct TokenPart(int Start, int End)
{
    public string Of(string text) => text[Start..End];
}

/// <summary>Finds the tokens of folded text in one pass; e-mail addresses overlap the words they are made of.</summary>
internal static class TokenScanner
{
    public static List<TokenSpan> Scan(string text)
    {
        var spans = new List<TokenSpan>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '@' && Address(text, at) is { } address) spans.Add(address);
            if (WordEnd(text, at) > at || IsDotBeforeWord(text, at))
            {
                var span = Word(text, at);
                spans.Add(span);
                at = span.End;
            }
            else
            {
                at++;
            }
        }
        return spans;
    }

    /// <summary>Without the spans that lie within another.</summary>
    public static List<TokenSpan> Longest(List<TokenSpan> spans) =>
        [.. spans.Where(s => !spans.Any(o => o != s && o.Start <= s.Start && o.End >= s.End)).OrderBy(s => s.End)];

    /// <summary>Words joined by single dots, with the dot before them and the signs after them that belong to them.</summary>
    private static TokenSpan Word(string text, int start)
    {
        var joints = new List<int>();
        var end = WordEnd(text, text[start] == '.' ? start + 1 : start);
        while (end < text.Length && text[end] == '.' && WordEnd(text, end + 1) is var next && next > end + 1)
        {
            joints.Add(end);
            end = next;
        }
        var signs = end;
        while (signs < text.Length && text[signs] is '+' or '#') signs++;
        // "react+redux" is two words; "c++11" and "c#7" begin with a word and its signs.
        var belong = signs > end && (signs - end > 1 || text[end] == '#' || WordEnd(text, signs) == signs);
        return new TokenSpan(start, belong ? signs : end, end, joints);
    }

    private static bool IsDotBeforeWord(string text, int at) =>
        text[at] == '.' && WordEnd(text, at + 1) > at + 1 && (at == 0 || text[at - 1] != '.');

    /// <summary>The e-mail address around an @, when there is one.</summary>
    private static TokenSpan? Address(string text, int at)
    {
        var start = at;
        while (start > 0 && (text[start - 1] is '.' or '_' or '%' or '+' or '-' || IsWordCharacter(text, start - 1))) start--;
        var end = at + 1;
        while (end < text.Length && (text[end] is '.' or '-' || IsWordCharacter(text, end))) end++;
        while (start < at && !IsWordCharacter(text, start)) start++;
        while (end > at + 1 && !IsWordCharacter(text, end - 1)) end--;
        return start < at && end > at + 1 && IsWordCharacter(text, at + 1) ? new TokenSpan(start, end, end, []) : null;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && IsWordCharacter(text, at)) at++;
        return at;
    }

    /// <summary>Letters, digits, marks that fold to nothing else, and either half of one beyond the basic plane.</summary>
    private static bool IsWordCharacter(string text, int at)
    {
        var c = text[at];
        if (char.IsAscii(c)) return char.IsAsciiLetterOrDigit(c);
        if (char.IsHighSurrogate(c)) return at + 1 < text.Length && Rune.TryCreate(c, text[at + 1], out var rune) && IsWordRune(Rune.GetUnicodeCategory(rune));
        if (char.IsLowSurrogate(c)) return at > 0 && Rune.TryCreate(text[at - 1], c, out var rune) && IsWordRune(Rune.GetUnicodeCategory(rune));
        return IsWordRune(CharUnicodeInfo.GetUnicodeCategory(c));
    }

    private static bool IsWordRune(UnicodeCategory category) => category
        is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
