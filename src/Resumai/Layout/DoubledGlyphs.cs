using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Drops glyphs printed again over themselves, which is how some programs make bold or shadowed text.</summary>
internal static class DoubledGlyphs
{
    /// <summary>Parts of a font size a copy lies off at most; the narrowest letters are twice as wide.</summary>
    private const double Offset = 0.11;
    private const double Grid = 2;

    public static IEnumerable<Glyph> Drop(IEnumerable<Glyph> glyphs)
    {
        var seen = new Dictionary<(int X, int Y, string Text), List<Box>>();
        foreach (var glyph in glyphs)
        {
            if (glyph.Text == " ")
            {
                yield return glyph;
                continue;
            }
            var (x, y) = ((int)(glyph.Box.Left / Grid), (int)(glyph.Box.Top / Grid));
            var limit = Offset * glyph.Font.Size;
            if (IsCopy(seen, glyph, x, y, limit)) continue;

            var key = (x, y, glyph.Text);
            if (seen.TryGetValue(key, out var boxes)) boxes.Add(glyph.Box);
            else seen[key] = [glyph.Box];
            yield return glyph;
        }
    }

    private static bool IsCopy(Dictionary<(int X, int Y, string Text), List<Box>> seen, Glyph glyph, int x, int y, double limit)
    {
        var reach = (int)Math.Ceiling(Math.Min(limit, 3 * Grid) / Grid);
        for (var dx = -reach; dx <= reach; dx++)
        {
            for (var dy = -reach; dy <= reach; dy++)
            {
                if (!seen.TryGetValue((x + dx, y + dy, glyph.Text), out var boxes)) continue;
                foreach (var box in boxes)
                {
                    if (Math.Abs(box.Left - glyph.Box.Left) <= limit && Math.Abs(box.Top - glyph.Box.Top) <= limit) return true;
                }
            }
        }
        return false;
    }
}
