namespace Resumai.Reading;

/// <summary>
/// One page as read. Either <see cref="Glyphs"/> (a format with places: order means nothing) or
/// <see cref="Paragraphs"/> (a format with structure: order is the author's) is filled.
/// </summary>
public sealed record Page
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }
    /// <summary>Points, as seen (after /Rotate); 0 where the format has no pages.</summary>
    public double Width { get; init; }
    public double Height { get; init; }
    public IReadOnlyList<Glyph> Glyphs { get; init; } = [];
    public IReadOnlyList<Paragraph> Paragraphs { get; init; } = [];
    public IReadOnlyList<Link> Links { get; init; } = [];
    /// <summary>
    /// Places where something is printed that <see cref="Glyphs"/> do not say, for an <see cref="ITextRecognizer"/> to read: the whole
    /// page where it has no text of its own, pictures large enough to hold text where it has some.
    /// </summary>
    public IReadOnlyList<Box> Unread { get; init; } = [];
    /// <summary>True when glyphs of the page come from recognition.</summary>
    public bool Recognized { get; init; }
}
