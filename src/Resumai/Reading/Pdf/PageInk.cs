namespace Resumai.Reading.Pdf;

/// <summary>Everything a page draws, in the order it is drawn, and its links.</summary>
/// <param name="Shapes">Boxes of filled shapes that are no rectangles.</param>
internal sealed record PageInk(
    int Number, double Width, double Height, IReadOnlyList<InkGlyph> Glyphs, IReadOnlyList<Paint> Paints, IReadOnlyList<Box> Shapes, IReadOnlyList<Link> Links);
