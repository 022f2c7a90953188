using Resumai.Text;

namespace Resumai.Normalize.Dates;

/// <summary>A text with its folded form, character for character, and the questions date reading asks of it. Immutable.</summary>
internal sealed class DateScanner(string text, DateWords words)
{
    private readonly string _folded = FoldInPlace(text);

    public int Length => text.Length;

    public DateWords Words => words;

    public char At(int index) => index >= 0 && index < text.Length ? text[index] : '\0';

    public bool IsDigit(int index) => char.IsAsciiDigit(At(index));

    public bool IsLetter(int index) => char.IsLetter(At(index));

    /// <summary>End of the digits that begin here.</summary>
    public int DigitsEnd(int at)
    {
        while (IsDigit(at)) at++;
        return at;
    }

    public int Number(int start, int end) => int.Parse(text.AsSpan(start, end - start), provider: null);

    public int SkipSpaces(int at)
    {
        while (At(at) is ' ' or '\u00A0' or '\u2009' or '\u202F') at++;
        return at;
    }

    /// <summary>End of the letters that begin here.</summary>
    public int WordEnd(int at)
    {
        while (IsLetter(at)) at++;
        return at;
    }

    /// <summary>The month that the word here names, with the end of the word and its full stop.</summary>
    public (int Month, int End)? MonthAt(int at)
    {
        if (IsLetter(at - 1)) return null;
        var end = WordEnd(at);
        if (end - at < 3 || words.Month(_folded[at..end]) is not { } month) return null;
        return (month, At(end) == '.' ? end + 1 : end);
    }

    /// <summary>End of a phrase of a kind that begins here; null when there is none.</summary>
    public int? PhraseEnd(string kind, int at)
    {
        if (IsLetter(at - 1)) return null;
        var length = words.Phrase(kind, _folded, at);
        return length == 0 ? null : at + length;
    }

    public static bool IsDash(char c) => c is '-' or '–' or '—' or '−' or '‐' or '‑' or '‒' or '―' or '~' or '→';

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '`' or '´';

    /// <summary>Folding may change lengths (ß → ss); here every character keeps its place.</summary>
    private static string FoldInPlace(string text) => string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            folded[i] = c < 0x80 ? char.ToLowerInvariant(c) : char.IsSurrogate(c) ? c : UnicodeText.Fold(c.ToString()) is [var one, ..] ? one : ' ';
        }
    });
}
