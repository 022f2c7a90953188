namespace Resumai.Reading;

/// <summary>
/// How far a line's box reaches above and below its base line, in parts of the font size. One pair for all fonts: what fonts
/// declare differs so much that boxes of lines set alike would not be alike.
/// </summary>
internal static class GlyphMetrics
{
    public const double Ascent = 0.77;
    public const double Descent = 0.23;
}
