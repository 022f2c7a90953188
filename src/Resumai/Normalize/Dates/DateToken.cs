using Resumai.Knowledge;
using Resumai.Text;

namespace Resumai.Normalize.Dates;

internal enum DateTokenKind { Number, Word, Dash, Slash, Dot, Comma, Apostrophe, Other }

/// <summary>What stands between two tokens.</summary>
internal enum TokenGap { None, Space, Wide }

/// <summary>A piece of a text as dates are read from it.</summary>
/// <param name="Folded">Lower case without accents; the digits of a number.</param>
/// <param name="Value">Of a number with up to four digits, otherwise -1.</param>
/// <param name="Before">What stands before it; a tab or line break is wide, and so is the text's start.</param>
internal readonly record struct DateToken(DateTokenKind Kind, int Start, int Length, string Folded, int Value, TokenGap Before)
{
    public int End => Start + Length;

    public bool IsNumber(int fewestDigits, int mostDigits) => Kind == DateTokenKind.Number && Length >= fewestDigits && Length <= mostDigits;
}

/// <summary>Cuts text for the date recogniser: "03/2019–heute" is number, slash, number, dash, word.</summary>
internal static class DateTokenizer
{
    public static List<DateToken> Read(string text)
    {
        var tokens = new List<DateToken>();
        var gap = TokenGap.Wide;
        var i = 0;
        while (i < text.Length)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (gap != TokenGap.Wide) gap = c is '\t' or '\n' or '\r' or '\f' ? TokenGap.Wide : TokenGap.Space;
                i++;
                continue;
            }
            var kind = Kind(c);
            var end = i + 1;
            if (IsQuarter(text, i)) end = i + 2;
            else if (kind == DateTokenKind.Number) while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            else if (kind == DateTokenKind.Word) while (end < text.Length && InWord(text, end)) end++;
            else if (kind == DateTokenKind.Dash) while (end < text.Length && Kind(text[end]) == DateTokenKind.Dash) end++;
            tokens.Add(Token(kind, i, text[i..end], gap));
            gap = TokenGap.None;
            i = end;
        }
        return tokens;
    }

    private static DateToken Token(DateTokenKind kind, int start, string text, TokenGap gap)
    {
        var folded = kind != DateTokenKind.Word ? text : text.Contains('/', StringComparison.Ordinal) ? Tokens.Phrase(text) : UnicodeText.Fold(text);
        var value = kind == DateTokenKind.Number && text.Length <= 4 ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : -1;
        return new DateToken(kind, start, text.Length, folded, value, gap);
    }

    private static DateTokenKind Kind(char c) => c switch
    {
        >= '0' and <= '9' => DateTokenKind.Number,
        '-' or '–' or '—' or '−' or '‐' or '‑' or '‒' or '―' or '~' or '→' or '➔' or '>' or '…' => DateTokenKind.Dash,
        '/' or '⁄' => DateTokenKind.Slash,
        '.' => DateTokenKind.Dot,
        ',' => DateTokenKind.Comma,
        '\'' or '’' or '‘' or '`' or '´' or '′' => DateTokenKind.Apostrophe,
        _ => char.IsLetter(c) ? DateTokenKind.Word : DateTokenKind.Other,
    };

    /// <summary>Letters; apostrophes, full stops and slashes where they stand between letters of one short form ("aujourd'hui", "z.Zt", "t/m").</summary>
    private static bool InWord(string text, int at)
    {
        if (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark) return true;
        if (at + 1 >= text.Length || !char.IsLetter(text[at + 1]) || !char.IsLetter(text[at - 1])) return false;
        return text[at] is '\'' or '’' || (text[at] is '.' or '/' && Single(text, at - 1, -1) && (Single(text, at + 1, 1) || text[at] == '.'));
    }

    /// <summary>"Q1", "H2": a letter and a digit, the name of a part of a year.</summary>
    private static bool IsQuarter(string text, int at) => char.IsAsciiLetter(text[at]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
        && (at + 2 >= text.Length || !char.IsLetterOrDigit(text[at + 2])) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    private static bool Single(string text, int at, int step) =>
        at + step < 0 || at + step >= text.Length || !char.IsLetter(text[at + step]);
}
