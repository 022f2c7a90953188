namespace Resumai.Server.Assets;

/// <summary>What a tag may be.</summary>
internal static class TagRules
{
    /// <summary>What is wrong with one; null when nothing is.</summary>
    public static string? Fault(string tag)
    {
        if (tag.EnumerateRunes().Count() is < 1 or > UploadLimits.TagCharacters) return $"A tag has 1 to {UploadLimits.TagCharacters} characters.";
        return tag.Any(char.IsControl) ? "A tag has no control characters." : null;
    }

    public static string TooMany => $"At most {UploadLimits.Tags} tags are taken.";
}
