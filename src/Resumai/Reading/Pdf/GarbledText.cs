using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Resumai.Reading.Pdf;

/// <summary>
/// Finds fonts whose codes do not say what is printed: without ToUnicode map, with a wrong one, or with codes chosen at will.
/// A font is only suspected where it does not know its glyphs or its characters are no text; then the text itself decides.
/// </summary>
internal static class GarbledText
{
    /// <summary>Fewer glyphs of a font than this are not judged: a bullet, a number.</summary>
    private const int LeastGlyphs = 12;

    /// <summary>Removes the glyphs of garbled fonts from the list and gives them back.</summary>
    public static IReadOnlyList<Glyph> Take(List<InkGlyph> seen)
    {
        if (!IsSuspect(seen)) return Cleared(seen, []);
        var garbled = seen.GroupBy(g => g.Glyph.Font.Name).Where(IsGarbled).Select(g => g.Key).ToHashSet();
        if (garbled.Count == 0) return Cleared(seen, []);
        var taken = seen.Where(g => garbled.Contains(g.Glyph.Font.Name) && g.Glyph.Text != " ").Select(g => g.Glyph).ToArray();
        seen.RemoveAll(g => garbled.Contains(g.Glyph.Font.Name));
        return Cleared(seen, taken);
    }

    /// <summary>Single glyphs that nobody knows are nothing to read.</summary>
    private static Glyph[] Cleared(List<InkGlyph> seen, Glyph[] taken)
    {
        seen.RemoveAll(g => g.Glyph.Text == FontGlyphs.Nameless);
        return taken;
    }

    /// <summary>A page of text that its fonts know, in letters, is not looked at further.</summary>
    private static bool IsSuspect(List<InkGlyph> seen)
    {
        var (unknown, letters, all) = (0, 0, 0);
        foreach (var glyph in seen)
        {
            if (glyph.Glyph.Text == " ") continue;
            all++;
            if (!glyph.Mapped) unknown++;
            if (char.IsLetterOrDigit(glyph.Glyph.Text[0])) letters++;
        }
        return unknown >= LeastGlyphs || (all >= LeastGlyphs && (letters * 2 < all || VowelsAreOdd(seen)));
    }

    private static bool VowelsAreOdd(List<InkGlyph> seen)
    {
        var (vowels, letters) = Count(CollectionsMarshal.AsSpan(seen));
        return letters >= 200 && (vowels * 100 < letters * LeastVowels || vowels * 100 > letters * MostVowels);
    }

    private const int LeastVowels = 22, MostVowels = 62;

    private static bool IsGarbled(IGrouping<string, InkGlyph> font)
    {
        var glyphs = font.Where(g => g.Glyph.Text != " ").ToArray();
        if (glyphs.Length < LeastGlyphs) return false;
        var unknown = glyphs.Count(g => !g.Mapped);
        var odd = glyphs.Count(g => IsOdd(g.Glyph.Text[0]));
        var icons = glyphs.Count(g => Icons.IsIcon(g.Glyph.Text));
        // A font of pictograms alone is what it is.
        if (icons == glyphs.Length) return false;
        var (vowels, letters) = Count(glyphs);
        var strange = odd * 5 > glyphs.Length || (letters >= 60 && (vowels * 100 < letters * LeastVowels || vowels * 100 > letters * MostVowels)) || letters * 3 < glyphs.Length;
        if (unknown * 3 > glyphs.Length) return strange || (letters < 40 && odd > 0);
        // A font that knows its glyphs may draw rules and pictograms: only characters that print nothing speak against it.
        var nothing = glyphs.Count(g => g.Glyph.Text[0] == '\uFFFD' || char.GetUnicodeCategory(g.Glyph.Text[0]) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control);
        return nothing * 3 > glyphs.Length || (letters >= 200 && vowels * 100 < letters * (LeastVowels - 6));
    }

    /// <summary>Characters that no text of the languages read is made of.</summary>
    private static bool IsOdd(char c) =>
        char.IsControl(c) || c == '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.ModifierLetter
        || (c is >= '!' and <= '~' && "!\"#$%*;<=>?[\\]^_`{|}~".Contains(c, StringComparison.Ordinal));

    private static (int Vowels, int Letters) Count(ReadOnlySpan<InkGlyph> glyphs)
    {
        var (vowels, letters) = (0, 0);
        foreach (var glyph in glyphs)
        {
            var c = glyph.Glyph.Text[0];
            // Only alphabets with vowels are judged by them.
            if (!char.IsLetter(c) || c > '\u04FF') continue;
            letters++;
            if (IsVowel(c)) vowels++;
        }
        return (vowels, letters);
    }

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyæœøıαεηιουωάέήίόύώϊϋаеёиоуыэюяіїє");

    private static bool IsVowel(char c) => Vowels.Contains(Plain(char.ToLowerInvariant(c)));

    private static char Plain(char c) => c < '\u00C0' ? c : Text.UnicodeText.DecomposeCompatibility(c.ToString())[0];
}
