using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Training.Layout;

/// <summary>A stretch of a gutter with what the true order of its text says of it.</summary>
/// <param name="Weight">Rows that the gains are told for.</param>
/// <param name="Columns">Seams kept by reading columns and broken by reading across the rows, less those it breaks instead.</param>
/// <param name="Cards">The same for reading cards; null where there are none.</param>
internal sealed record GutterExample(int Document, float[] Features, int Weight, float Columns, float? Cards);

/// <summary>Judges the gutters of one page by the true order of its words; follows another judge, where there is one, and only notes the truth.</summary>
internal sealed class GutterTruth(int document, IReadOnlyDictionary<Box, WordPlace> places, List<GutterExample> examples, IGutterJudge? followed) : IGutterJudge
{
    public GutterGains Judge(GutterStretch stretch, RegionFrame region)
    {
        var gutter = stretch.Gutter;
        var rows = Lost(gutter, [.. LineBuilder.Build(new Region(BlockRole.Body, 0, [.. gutter.LeftSide, .. gutter.RightSide], [gutter])).SelectMany(d => d.Margin.Concat(d.Entry))]);
        var columns = rows - Lost(gutter, [.. InRows(gutter.LeftSide), .. InRows(gutter.RightSide)]);
        int? cards = CardRows.Starts(stretch.Left, stretch.Right).Count == 0 ? null : rows - Lost(gutter, InCards(gutter, CardRows.Find(gutter)));
        examples.Add(new GutterExample(document, GutterFeatures.Of(stretch, region), GutterJudge.Weight(stretch), columns, cards));
        // What the truth gains at all is worth its cut.
        return followed is not null ? followed.Judge(stretch, region) : new GutterGains(Certain(columns), cards is null ? double.NegativeInfinity : Certain(cards.Value));

        double Certain(int gain) => gain <= 0 ? -1 : Math.Max(1, (double)gain / GutterJudge.Weight(stretch));
    }

    private static IEnumerable<Segment> InRows(IEnumerable<Segment> segments) => TextRow.Of(segments).SelectMany(r => r.Segments);

    /// <summary>The segments card by card; what stands in no card where its height is.</summary>
    private static List<Segment> InCards(Gutter gutter, List<Gutter> cards)
    {
        var order = cards.SelectMany(c => InRows(c.LeftSide).Concat(InRows(c.RightSide))).ToList();
        foreach (var segment in gutter.LeftSide.Concat(gutter.RightSide).Except(order).ToList())
        {
            var at = order.FindIndex(s => s.Box.Top > segment.Box.Top);
            order.Insert(at >= 0 ? at : order.Count, segment);
        }
        return order;
    }

    /// <summary>Consecutive words of different segments between which the order puts what stands on the other side.</summary>
    private int Lost(Gutter gutter, List<Segment> order)
    {
        var left = gutter.LeftSide.ToHashSet();
        var words = order.SelectMany((s, at) => s.Words.Where(w => places.ContainsKey(w.Box)).Select(w => (Segment: s, At: at, places[w.Box].Order))).OrderBy(w => w.Order).ToList();
        var lost = 0;
        for (var i = 1; i < words.Count; i++)
        {
            var (a, b) = (words[i - 1], words[i]);
            if (b.Order != a.Order + 1 || ReferenceEquals(a.Segment, b.Segment)) continue;
            var (first, second) = (left.Contains(a.Segment), left.Contains(b.Segment));
            if (b.At < a.At || (first == second ? order[(a.At + 1)..b.At].Exists(s => left.Contains(s) != first) : b.At > a.At + 1)) lost++;
        }
        return lost;
    }
}
