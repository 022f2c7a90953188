using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Drops glyphs printed again over themselves, which is how some programs make bold or shadowed text.</summary>
internal static class DoubledGlyphs
{
    /// <summary>Parts of a font size a copy lies off at most; the narrowest letters are twice as wide.</summary>
    private const double Offset = 0.11;
    /// <summary>Points of a cell of the grid that glyphs are looked up in, and how many cells around one are looked at.</summary>
    private const double Grid = 8, MostOff = 6, FarthestCell = 1_000_000;
    /// <summary>Glyphs of a cell that are looked at, latest first: letters that can be read leave room for a tenth of them.</summary>
    private const int MostLookedAt = 500;

    public static List<Glyph> Drop(IReadOnlyList<Glyph> glyphs)
    {
        var kept = new List<Glyph>(glyphs.Count);
        // The last glyph of each cell and, by its place in the list, the one before it in the same cell.
        var last = new Dictionary<long, int>(glyphs.Count / 2);
        var before = new List<int>(glyphs.Count);
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            if (glyph.Text != " " && IsCopy(kept, last, before, glyph)) continue;
            var cell = Key(Cell(glyph.Box.Left), Cell(glyph.Box.Top));
            before.Add(last.GetValueOrDefault(cell, -1));
            if (glyph.Text != " ") last[cell] = kept.Count;
            kept.Add(glyph);
        }
        return kept;
    }

    /// <summary>Damaged files set glyphs at places that no whole number holds.</summary>
    private static int Cell(double place) => (int)Math.Floor(Math.Clamp(place / Grid, -FarthestCell, FarthestCell));

    private static long Key(int x, int y) => ((long)x << 32) | (uint)y;

    private static bool IsCopy(List<Glyph> kept, Dictionary<long, int> last, List<int> before, Glyph glyph)
    {
        var limit = Math.Min(Offset * glyph.Font.Size, MostOff);
        var (left, top) = (glyph.Box.Left, glyph.Box.Top);
        for (var x = Cell(left - limit); x <= Cell(left + limit); x++)
        {
            for (var y = Cell(top - limit); y <= Cell(top + limit); y++)
            {
                var more = MostLookedAt;
                for (var i = last.GetValueOrDefault(Key(x, y), -1); i >= 0 && --more > 0; i = before[i])
                {
                    var other = kept[i].Box;
                    if (Math.Abs(other.Left - left) <= limit && Math.Abs(other.Top - top) <= limit && kept[i].Text == glyph.Text) return true;
                }
            }
        }
        return false;
    }
}
