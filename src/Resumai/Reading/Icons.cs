using System.Globalization;

namespace Resumai.Reading;

/// <summary>
/// Pictograms in the text of a page. Each font has its own codes for them; a reader turns them into one private-use
/// character a meaning, which is all that later stages see. Symbols of Unicode (☎, ✉) stay as they are printed.
/// </summary>
public static class Icons
{
    private const char First = '\uE000';
    private static readonly string[] Characters = [.. Enum.GetValues<IconMeaning>().Select(m => ((char)(First + (int)m)).ToString())];

    /// <summary>The character that stands for a pictogram of this meaning.</summary>
    public static string Of(IconMeaning meaning) => Characters[(int)meaning];

    /// <summary>What a pictogram means: a character made by <see cref="Of"/> or a symbol of Unicode; <see cref="IconMeaning.Other"/> for all other text.</summary>
    public static IconMeaning Meaning(string text)
    {
        if (text.Length == 0 || text.Length > 4 || text[0] < 0x2000) return IconMeaning.Other;
        if (text.Length == 1 && text[0] >= First && text[0] - First < Characters.Length) return (IconMeaning)(text[0] - First);
        return IconFont.Symbols.ByCode(text.TrimEnd('\uFE0E', '\uFE0F')) ?? IconMeaning.Other;
    }

    /// <summary>True for one private-use character.</summary>
    public static bool IsIcon(string text) => text.Length == 1 && char.GetUnicodeCategory(text[0]) == UnicodeCategory.PrivateUse;
}
