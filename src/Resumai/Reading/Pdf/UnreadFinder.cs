namespace Resumai.Reading.Pdf;

/// <summary>Finds where a page shows something that its text does not cover: pictures, garbled text, letters drawn as shapes.</summary>
internal static class UnreadFinder
{
    /// <summary>Points: pictures smaller than this hold no text that is read.</summary>
    private const double LeastWidth = 24, LeastHeight = 7;
    /// <summary>Part of a picture that glyphs over it cover, from which on it is their background, or has been recognised.</summary>
    private const double Background = 0.05, Recognised = 0.002;
    /// <summary>Shapes in a row that make it a line of letters: icons and rating dots are fewer, or all alike.</summary>
    private const int LeastLetters = 8;
    private const double TallestLetter = 40, LeastLetter = 2;

    /// <param name="recognised">The glyphs are somebody's recognition of the pictures they lie over.</param>
    public static IReadOnlyList<UnreadRegion> Find(PageInk ink, IReadOnlyList<Glyph> glyphs, IReadOnlyList<Glyph> garbled, bool recognised)
    {
        var page = new Box(0, 0, ink.Width, ink.Height);
        var regions = new List<UnreadRegion>();
        if (garbled.Count > 0) regions.AddRange(Clusters(garbled.Select(g => g.Box)).Select(b => new UnreadRegion(b, UnreadCause.Garbled)));
        if (ink.Paints.Any(p => p.Kind == PaintKind.Image)) regions.AddRange(Pictures(ink, page, glyphs, recognised ? Recognised : Background).Select(b => new UnreadRegion(b, UnreadCause.Picture)));
        if (ink.Shapes.Count >= LeastLetters) regions.AddRange(Outlines(ink.Shapes, glyphs).Select(b => new UnreadRegion(b, UnreadCause.Outlines)));
        // A page without any text that paints something somewhere is looked at whole.
        if (glyphs.Count == 0 && garbled.Count == 0 && regions.Count == 0 && ink.Paints.Count + ink.Shapes.Count > 0) regions.Add(new UnreadRegion(page, UnreadCause.Picture));
        return regions;
    }

    private static IEnumerable<Box> Pictures(PageInk ink, Box page, IReadOnlyList<Glyph> glyphs, double background)
    {
        foreach (var picture in Clusters(ink.Paints.Where(p => p.Kind == PaintKind.Image).Select(p => p.Box), near: 1))
        {
            var box = new Box(Math.Max(0, picture.Left), Math.Max(0, picture.Top), Math.Min(page.Right, picture.Right), Math.Min(page.Bottom, picture.Bottom));
            if (box.Width < LeastWidth || box.Height < LeastHeight) continue;
            var covered = glyphs.Where(g => box.Contains(g.Box.CenterX, g.Box.CenterY)).Sum(g => g.Box.Width * g.Box.Height);
            if (covered < background * box.Width * box.Height) yield return box;
        }
    }

    /// <summary>Rows of shapes that are as high as letters, stand as close, and are not all of one size.</summary>
    private static IEnumerable<Box> Outlines(IReadOnlyList<Box> shapes, IReadOnlyList<Glyph> glyphs)
    {
        var letters = shapes.Where(s => s.Height is >= LeastLetter and <= TallestLetter && s.Width is > 0.3 and <= TallestLetter).ToList();
        if (letters.Count < LeastLetters) return [];
        var lines = new List<Box>();
        foreach (var row in Rows(letters))
        {
            var run = new List<Box>();
            foreach (var letter in row.OrderBy(l => l.Left))
            {
                if (run.Count > 0 && letter.Left - run[^1].Right > 1.5 * run[^1].Height) Close();
                run.Add(letter);
            }
            Close();

            void Close()
            {
                if (run.Count >= LeastLetters && run.Max(r => r.Width) > 1.25 * run.Min(r => r.Width))
                {
                    var box = run.Aggregate(Box.None, (all, r) => all.Union(r));
                    if (!glyphs.Any(g => box.Contains(g.Box.CenterX, g.Box.CenterY))) lines.Add(box);
                }
                run = [];
            }
        }
        return Clusters(lines);
    }

    private static IEnumerable<List<Box>> Rows(List<Box> letters)
    {
        var row = new List<Box>();
        foreach (var letter in letters.OrderBy(l => l.CenterY))
        {
            if (row.Count > 0 && letter.CenterY - row[^1].CenterY > 0.35 * Math.Max(letter.Height, row[^1].Height))
            {
                yield return row;
                row = [];
            }
            row.Add(letter);
        }
        if (row.Count > 0) yield return row;
    }

    /// <summary>Boxes that touch, or nearly, as one: strips of a scan, lines of a paragraph.</summary>
    private static List<Box> Clusters(IEnumerable<Box> boxes, double? near = null)
    {
        var clusters = new List<Box>();
        foreach (var box in boxes.OrderBy(b => b.Top).ThenBy(b => b.Left))
        {
            var all = box;
            var reach = near ?? (1.2 * box.Height);
            for (int i; (i = clusters.FindLastIndex(c => c.Left - reach <= all.Right && c.Right + reach >= all.Left && c.Top - reach <= all.Bottom && c.Bottom + reach >= all.Top)) >= 0;)
            {
                all = all.Union(clusters[i]);
                clusters.RemoveAt(i);
            }
            clusters.Add(all);
        }
        return clusters;
    }
}
