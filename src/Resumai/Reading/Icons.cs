namespace Resumai.Reading;

/// <summary>
/// Pictograms in the text of a page. Each font has its own codes for them; a reader turns them into one private-use
/// character a meaning, which is all that later stages see.
/// </summary>
public static class Icons
{
    private const char First = '\uE000';
    private static readonly string[] Characters = [.. Enum.GetValues<IconMeaning>().Select(m => ((char)(First + (int)m)).ToString())];

    /// <summary>The character that stands for a pictogram of this meaning.</summary>
    public static string Of(IconMeaning meaning) => Characters[(int)meaning];

    /// <summary>What a private-use character made by <see cref="Of"/> means; <see cref="IconMeaning.Other"/> for all other text.</summary>
    public static IconMeaning Meaning(string text) =>
        text.Length == 1 && text[0] >= First && text[0] - First < Characters.Length ? (IconMeaning)(text[0] - First) : IconMeaning.Other;
}
