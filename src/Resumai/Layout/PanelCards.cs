using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Finds cards that are painted or framed side by side: each is read whole, row by row.</summary>
internal static class PanelCards
{
    private const int FewestRows = 2;
    /// <summary>Points: tops that are one, and how far text may reach over the edge of its card.</summary>
    private const double SameTop = 3, Over = 1;

    private sealed record Card(Box Box, List<Segment> Text);

    public static CellRows? Find(IReadOnlyList<Segment> segments, IReadOnlyList<Box> panels)
    {
        if (panels.Count < 2) return null;
        var cards = Cards(segments, panels);
        var rows = cards.OrderBy(c => c.Box.Top).Aggregate(new List<List<Card>>(), (found, card) =>
        {
            if (found.Count > 0 && Math.Abs(found[^1][0].Box.Top - card.Box.Top) < SameTop) found[^1].Add(card);
            else found.Add([card]);
            return found;
        });
        var first = rows.FindIndex(r => r.Count > 1);
        if (first < 0 || !rows.Exists(r => r.Count > 1 && r.Exists(c => TextRow.Of(c.Text).Count >= FewestRows))) return null;

        var kept = new List<List<Card>>();
        var (top, bottom) = (rows[first].Min(c => c.Box.Top), double.NegativeInfinity);
        foreach (var row in rows.Skip(first))
        {
            // Cards that are packed one below another without rows are columns.
            if (row.Exists(c => c.Box.Top < bottom - SameTop)) return null;
            // What stands between cards ends them.
            if (kept.Count > 0 && segments.Any(s => s.Box.CenterY > bottom && s.Box.CenterY < row[0].Box.Top)) break;
            kept.Add(row);
            bottom = row.Max(c => c.Box.Bottom);
        }
        var inCards = kept.SelectMany(r => r).SelectMany(c => c.Text).ToHashSet();
        if (segments.Any(s => !inCards.Contains(s) && s.Box.CenterY > top && s.Box.CenterY < bottom)) return null;
        return new CellRows([.. kept.SelectMany(r => r.OrderBy(c => c.Box.Left)).Select(c => c.Text)],
            [.. segments.Where(s => s.Box.CenterY <= top)], [.. segments.Where(s => s.Box.CenterY > top && !inCards.Contains(s))]);
    }

    /// <summary>The outermost panels that hold text, but not all of it.</summary>
    private static List<Card> Cards(IReadOnlyList<Segment> segments, IReadOnlyList<Box> panels)
    {
        var cards = new List<Card>();
        foreach (var panel in panels.OrderByDescending(p => p.Width * p.Height))
        {
            if (cards.Exists(c => c.Box.HorizontalOverlap(panel) > Over && c.Box.VerticalOverlap(panel) > Over)) continue;
            var text = segments.Where(s => panel.Contains(s.Box.CenterX, s.Box.CenterY)).ToList();
            if (text.Count == 0 || text.Count == segments.Count) continue;
            if (text.Exists(s => s.Box.Left < panel.Left - Over || s.Box.Right > panel.Right + Over)) continue;
            cards.Add(new Card(panel, text));
        }
        return cards;
    }
}
