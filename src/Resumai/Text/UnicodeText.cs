using System.Globalization;
using System.Text;

namespace Resumai.Text;

/// <summary>
/// Unicode normalisation and folding that does not depend on the host's ICU (the process runs globalization-invariant,
/// where <c>string.Normalize</c> does nothing). Source of the tables: Unicode Character Database. Thread-safe.
/// </summary>
public static class UnicodeText
{
    private static readonly Lazy<Tables> Data = new(Load);

    /// <summary>Canonical composition (NFC) of the pairs that occur in European text: "e" + U+0301 becomes "é".</summary>
    public static string Compose(string text)
    {
        text = Singletons(text);
        if (!HasCombining(text)) return text;
        var pairs = Data.Value.Pairs;
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (result.Length > 0 && rune.IsBmp && IsCombining(rune)
                && pairs.TryGetValue(Pair(result[^1], (char)rune.Value), out var composed))
            {
                result[^1] = (char)composed;
            }
            else
            {
                result.Append(rune.ToString());
            }
        }
        return result.ToString();
    }

    /// <summary>Characters that are others under an old name: fonts give the Greek question mark for a semicolon.</summary>
    private static string Singletons(string text) => text.AsSpan().IndexOfAny("\u037E\u0387\u2126\u212B") < 0 ? text
        : text.Replace('\u037E', ';').Replace('\u0387', '·').Replace('\u2126', 'Ω').Replace('\u212B', 'Å');

    /// <summary>Compatibility decomposition (NFKD): ligatures, full-width forms and accents come apart.</summary>
    public static string DecomposeCompatibility(string text)
    {
        if (IsAscii(text)) return text;
        var map = Data.Value.Compatibility;
        var result = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= 0xA0 && map.TryGetValue(rune.Value, out var decomposed)) result.Append(decomposed);
            else result.Append(rune.ToString());
        }
        return result.ToString();
    }

    /// <summary>
    /// Text as search and comparison see it: lower case, without diacritics, letters outside a–z spelt as their nearest
    /// (ß as ss, ł as l, ø as o), punctuation kept. Spaces are not changed.
    /// </summary>
    public static string Fold(string text) => IsAscii(text) ? text.ToLowerInvariant() : FoldLetters(text);

    /// <summary>The same of a part of a text.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (!Ascii.IsValid(text)) return FoldLetters(text);
        return string.Create(text.Length, text, static (folded, text) => Ascii.ToLower(text, folded, out _));
    }

    private static string FoldLetters(ReadOnlySpan<char> text)
    {
        // Letter by letter: decomposing and lower case look at no neighbours.
        Span<char> word = stackalloc char[OnStack];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                if (length == word.Length) word = Longer(word);
                word[length++] = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
                continue;
            }
            var folded = c < Folded.Length ? Folded[c] ??= FoldSlowly(c.ToString())
                : char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? FoldSlowly(text.Slice(i++, 2).ToString())
                : FoldSlowly(c.ToString());
            while (length + folded.Length > word.Length) word = Longer(word);
            folded.CopyTo(word[length..]);
            length += folded.Length;
        }
        return new string(word[..length]);
    }

    private const int OnStack = 128;

    private static char[] Longer(ReadOnlySpan<char> text)
    {
        var longer = new char[text.Length * 2];
        text.CopyTo(longer);
        return longer;
    }

    /// <summary>Of the letters of Europe's scripts, each worked out when it is first met.</summary>
    private static readonly string?[] Folded = new string?[0x2200];

    private static string FoldSlowly(string text)
    {
        var decomposed = DecomposeCompatibility(text).ToLowerInvariant();
        var result = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (IsCombining(rune)) continue;
            switch (rune.Value)
            {
                case 'ß': result.Append("ss"); break;
                case 'ł': result.Append('l'); break;
                case 'ø': result.Append('o'); break;
                case 'æ': result.Append("ae"); break;
                case 'œ': result.Append("oe"); break;
                case 'đ' or 'ð': result.Append('d'); break;
                case 'þ': result.Append("th"); break;
                case 'ı': result.Append('i'); break;
                case 'ς': result.Append('σ'); break;
                case 0xAD: break;
                case '’' or '‘': result.Append('\''); break;
                default: result.Append(rune.ToString()); break;
            }
        }
        return result.ToString();
    }

    /// <summary>True for marks that combine with the character before them (Unicode categories Mn and Me, spacing marks too).</summary>
    public static bool IsCombining(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool HasCombining(string text)
    {
        foreach (var c in text)
        {
            if (c >= 0x300 && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) return true;
        }
        return false;
    }

    private static bool IsAscii(string text) => System.Text.Ascii.IsValid(text);

    private static Tables Load()
    {
        var compatibility = new Dictionary<int, string>();
        var pairs = new Dictionary<int, int>();
        using var stream = typeof(UnicodeText).Assembly.GetManifestResourceStream("Text/decompositions.tsv")!;
        using var reader = new StreamReader(stream);
        Span<Range> cells = stackalloc Range[5];
        while (reader.ReadLine() is { } text)
        {
            if (text.StartsWith('#')) continue;
            var line = text.AsSpan();
            line.Split(cells, '\t');
            var code = int.Parse(line[cells[0]], NumberStyles.HexNumber);
            compatibility[code] = Characters(line[cells[1]]);
            if (line[cells[3]].Length > 0 && code <= 0xFFFF)
            {
                var pair = Characters(line[cells[3]]);
                if (pair.Length == 2) pairs[Pair(pair[0], pair[1])] = code;
            }
        }
        return new Tables(compatibility, pairs);
    }

    private static string Characters(ReadOnlySpan<char> hex)
    {
        Span<char> characters = stackalloc char[64];
        var length = 0;
        foreach (var code in hex.Split(' ')) length += new Rune(int.Parse(hex[code], NumberStyles.HexNumber)).EncodeToUtf16(characters[length..]);
        return new string(characters[..length]);
    }

    private static int Pair(char first, char second) => (first << 16) | second;

    // Plain dictionaries: the start of every process waits for them, and freezing takes longer than reading the file.
    private sealed record Tables(Dictionary<int, string> Compatibility, Dictionary<int, int> Pairs);
}
