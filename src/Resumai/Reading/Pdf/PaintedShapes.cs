namespace Resumai.Reading.Pdf;

/// <summary>What of the painted areas tells how the text of a page belongs together.</summary>
internal static class PaintedShapes
{
    /// <summary>Points.</summary>
    private const double SmallestMark = 3, LargestMark = 48, NarrowestPanel = 60, LowestPanel = 14;
    /// <summary>The part by which a mark may be wider or taller than a disc is.</summary>
    private const double Uneven = 0.1;
    /// <summary>The part of a page's width and height that is the page itself.</summary>
    private const double WholePage = 0.97;
    /// <summary>No page has more that tell anything.</summary>
    private const int Most = 300;

    public static IReadOnlyList<Box> Marks(IReadOnlyList<Paint> paints) =>
        Find(paints, b => b.Width is >= SmallestMark and <= LargestMark && Math.Abs(b.Width - b.Height) <= Uneven * b.Width);

    public static IReadOnlyList<Box> Panels(PageInk ink) =>
        Find(ink.Paints, b => b.Width >= NarrowestPanel && b.Height >= LowestPanel && (b.Width < WholePage * ink.Width || b.Height < WholePage * ink.Height));

    private static IReadOnlyList<Box> Find(IReadOnlyList<Paint> paints, Func<Box, bool> fits)
    {
        List<Box>? found = null;
        foreach (var paint in paints)
        {
            if (paint.Kind != PaintKind.Fill || !fits(paint.Box) || found?.Contains(paint.Box) is true) continue;
            (found ??= []).Add(paint.Box);
            if (found.Count == Most) break;
        }
        return found ?? (IReadOnlyList<Box>)[];
    }
}
