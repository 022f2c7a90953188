namespace Resumai.Reading;

/// <summary>What the text that a file carries for a page is worth.</summary>
public enum TextLayer
{
    /// <summary>No text that can be seen: a scan, a photo, letters drawn as shapes; or a format without pages.</summary>
    None,
    /// <summary>The text is what is printed.</summary>
    Printed,
    /// <summary>The text is drawn invisibly over the picture of a page: somebody's recognition of it.</summary>
    Recognised,
    /// <summary>Most of the text has codes that do not say what is printed; it is left out of <see cref="Page.Glyphs"/>.</summary>
    Garbled,
}
