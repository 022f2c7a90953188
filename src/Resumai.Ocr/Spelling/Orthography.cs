using Resumai.Ocr.Tesseract;
using Resumai.Text;

namespace Resumai.Ocr.Spelling;

/// <summary>
/// Letters a language is not written with, where its model knows older spellings or other code points for what looks the same: the
/// breathings of ancient Greek, the cedillas that stood for Romanian commas. Written as the language is.
/// </summary>
internal static class Orthography
{
    private const char Acute = '\u0301', Grave = '\u0300', Perispomeni = '\u0342', Diaeresis = '\u0308', Smooth = '\u0313', Rough = '\u0314';

    public static IReadOnlyList<RecognizedWord> Of(IReadOnlyList<RecognizedWord> words, string? language) => language switch
    {
        "el" => [.. words.Select(w => w with { Text = Greek(w.Text) })],
        "ro" => [.. words.Select(w => w with { Text = Romanian(w.Text) })],
        _ => words,
    };

    internal static string Romanian(string text) => text.Replace('ş', 'ș').Replace('Ş', 'Ș').Replace('ţ', 'ț').Replace('Ţ', 'Ț');

    /// <summary>One accent and no breathings (the monotonic spelling of 1982).</summary>
    internal static string Greek(string text) => string.Concat(text.Select((c, i) => c switch
    {
        >= '\u1F00' and <= '\u1FFF' => Monotonic(c, within: i > 0 && char.IsLetter(text[i - 1])),
        'µ' => "μ",
        'ϐ' => "β",
        'ϱ' => "ρ",
        _ => c.ToString(),
    }));

    /// <param name="within">Another letter stands before it: there a breathing is a diaeresis misread.</param>
    private static string Monotonic(char letter, bool within)
    {
        var parts = UnicodeText.DecomposeCompatibility(letter.ToString());
        var parted = parts.Contains(Diaeresis, StringComparison.Ordinal) || (within && (parts[0] is 'υ' or 'ι') && parts.AsSpan().IndexOfAny(Smooth, Rough) >= 0);
        var accented = parts.AsSpan().IndexOfAny(Acute, Grave, Perispomeni) >= 0;
        return UnicodeText.Compose(UnicodeText.Compose(parts[..1] + (parted ? Diaeresis : "")) + (accented ? Acute : ""));
    }
}
