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
    /// <summary>Small discs and squares that are painted on the page: the marks of a time line, ratings.</summary>
    public IReadOnlyList<Box> Marks { get; init; } = [];
    /// <summary>Larger areas that are painted or framed on the page: the ground of a sidebar, cards.</summary>
    public IReadOnlyList<Box> Panels { get; init; } = [];
    /// <summary>What the text of the page is worth.</summary>
    public TextLayer TextLayer { get; init; }
    /// <summary>Where something is printed that the text does not cover; empty where the text is all there is.</summary>
    public IReadOnlyList<UnreadRegion> Unread { get; init; } = [];
    /// <summary>True when glyphs of the page come from an <see cref="ITextRecognizer"/>.</summary>
    public bool Recognized { get; init; }
}
