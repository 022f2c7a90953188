using System.Buffers;
using System.Globalization;
using System.Text;

namespace Resumai.Layout;

/// <summary>The characters that stand in front of a list item.</summary>
internal static class ListMarks
{
    private static readonly SearchValues<char> Bullets = SearchValues.Create("•◦▪▫■□●○‣⁃∙·➢➤►▸▹▶→✓✔✗❖◆◇◊★☆⚫⬤❯❱»›§¤⇨➔➜✦✧⦿⁌⁍▻▷");
    private static readonly SearchValues<char> Dashes = SearchValues.Create("-–—−‐‑*+~>");

    /// <summary>True when the word is nothing but a list mark or a pictogram.</summary>
    public static bool IsMark(string word) =>
        word.Length > 0 && ((word.Length == 1 && Bullets.Contains(word[0])) || (word.Length == 1 && Dashes.Contains(word[0])) || IsIcon(word));

    /// <summary>A mark that is never the first letter of a word, so it may be cut off where it is set without a space.</summary>
    public static bool IsBullet(char c) => Bullets.Contains(c);

    /// <summary>Marks side by side ("●●●○○") rate what stands before them.</summary>
    public static bool IsRating(string word) => word.Length > 1 && word.AsSpan().IndexOfAnyExcept(Bullets) < 0;

    /// <summary>Pictograms: private-use characters, symbols such as ✉ and emoji.</summary>
    public static bool IsIcon(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.PrivateUse or UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            if (category == UnicodeCategory.OtherSymbol && rune.Value >= 0x2190 && !(rune.IsBmp && Bullets.Contains((char)rune.Value))) continue;
            return false;
        }
        return text.Length > 0;
    }

    /// <summary>The number of a numbered item ("1.", "2)", "(3)"), or null.</summary>
    public static int? Number(string word)
    {
        var text = word.AsSpan();
        if (text.Length > 2 && text[0] == '(' && text[^1] == ')') text = text[1..^1];
        else if (text.Length > 1 && text[^1] is '.' or ')') text = text[..^1];
        else return null;
        return text.Length <= 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
