namespace Resumai.Reading;

/// <summary>Why the text layer says nothing of a region.</summary>
public enum UnreadCause
{
    /// <summary>A picture with no text over it: a scan, a photo, a logo, a banner.</summary>
    Picture,
    /// <summary>Text whose codes do not say what is printed (no ToUnicode, wrong encodings); it is left out of <see cref="Page.Glyphs"/>.</summary>
    Garbled,
    /// <summary>Many small filled shapes: letters turned into outlines.</summary>
    Outlines,
}

/// <summary>A place of a page where something is printed that the text layer does not cover; recognition may find text there.</summary>
/// <param name="Box">Place on the page as seen, cut at its edges.</param>
public sealed record UnreadRegion(Box Box, UnreadCause Cause);
