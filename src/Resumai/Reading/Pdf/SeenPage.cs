namespace Resumai.Reading.Pdf;

/// <summary>A page as it is seen, and what on it is not.</summary>
/// <param name="Hidden">Glyphs that cannot be seen, spaces among them, in the order they are drawn.</param>
internal sealed record SeenPage(Page Page, IReadOnlyList<Glyph> Hidden)
{
    public static SeenPage Of(PageInk ink, ImageColors images)
    {
        var verdicts = new Visibility(ink, images).Judge();
        var recognised = SearchableScan.Reveal(ink, verdicts);
        var seen = new List<InkGlyph>(verdicts.Length);
        List<Glyph>? hidden = null;
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i] == Unseen.None) seen.Add(ink.Glyphs[i]);
            else (hidden ??= []).Add(ink.Glyphs[i].Glyph);
        }
        var garbled = GarbledText.Take(seen);
        var glyphs = AccentJoiner.Join(seen);
        var layer = glyphs.Count == 0 && garbled.Count == 0 ? TextLayer.None : garbled.Count > glyphs.Count ? TextLayer.Garbled : recognised ? TextLayer.Recognised : TextLayer.Printed;
        var page = new Page
        {
            Number = ink.Number, Width = ink.Width, Height = ink.Height, Glyphs = glyphs, Links = ink.Links, Marks = PaintedShapes.Marks(ink.Paints), Panels = PaintedShapes.Panels(ink),
            TextLayer = layer, Unread = UnreadFinder.Find(ink, glyphs, garbled, recognised),
        };
        return new SeenPage(page, hidden is null ? [] : WithoutCopies(hidden, glyphs));
    }

    /// <summary>A glyph printed over by its own copy (bold made of layers, a redrawn box) is not hidden.</summary>
    private static List<Glyph> WithoutCopies(List<Glyph> hidden, IReadOnlyList<Glyph> seen)
    {
        var places = seen.Select(g => (g.Text, (int)(g.Box.CenterX / 3), (int)(g.Box.CenterY / 3))).ToHashSet();
        return hidden.FindAll(g => g.Text == " " || !Near(g).Any(places.Contains));
    }

    private static IEnumerable<(string, int, int)> Near(Glyph glyph)
    {
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++) yield return (glyph.Text, (int)(glyph.Box.CenterX / 3) + dx, (int)(glyph.Box.CenterY / 3) + dy);
        }
    }
}
