using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Parts a row in which text runs over the beginning of other text (a long address that leaves its column) by their fonts.</summary>
internal static class OverlaidText
{
    /// <summary>In font sizes: glyphs that overlap by more are not of one word.</summary>
    private const double Over = 0.3;
    /// <summary>In font sizes: the space that text was meant to keep from what it runs over.</summary>
    private const double Space = 0.5;

    /// <summary>The parts of the row, each with the place where the text begins that it runs over.</summary>
    public static IEnumerable<(List<Glyph> Glyphs, double Limit)> Part(List<Glyph> row)
    {
        if (!IsOverlaid(row)) return [(row, double.PositiveInfinity)];
        var fonts = row.GroupBy(g => (g.Font.Name, g.Font.Size, g.Font.Color)).Select(g => g.ToList()).ToList();
        return fonts.TrueForAll(f => !IsOverlaid(f)) ? fonts.Select(f => (f, Limit(f, fonts))) : [(row, double.PositiveInfinity)];
    }

    private static double Limit(List<Glyph> part, List<List<Glyph>> parts) =>
        parts.Select(p => p[0].Box.Left).Where(left => left > part[0].Box.Left && left < part[^1].Box.Right).DefaultIfEmpty(double.PositiveInfinity).Min() - Space * part[0].Font.Size;

    private static bool IsOverlaid(List<Glyph> row)
    {
        var (right, font) = (double.NegativeInfinity, Font.Unknown);
        foreach (var glyph in row)
        {
            if (glyph.Text == " ") continue;
            if (right - glyph.Box.Left > Over * glyph.Font.Size && font != glyph.Font && glyph.Box.Width > Over * glyph.Font.Size) return true;
            if (glyph.Box.Right > right) (right, font) = (glyph.Box.Right, glyph.Font);
        }
        return false;
    }
}
