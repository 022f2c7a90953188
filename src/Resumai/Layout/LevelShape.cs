using System.Text.RegularExpressions;

namespace Resumai.Layout;

/// <summary>What grades the skill or language before it: a part of a hundred, marks out of ten, filled and hollow marks, a level of the European framework.</summary>
internal static partial class LevelShape
{
    private const int FewestLevels = 3;
    /// <summary>In font sizes: base lines this near are one.</summary>
    private const double Aligned = 0.3;

    /// <summary>Levels stand on the rows to the left of a gutter, before anything else to its right: they are the ends of those rows.</summary>
    public static bool BelongLeft(List<TextRow> left, List<TextRow> right)
    {
        var levels = right.Select(r => r.Segments[0]).Where(s => Fits(s) && left.Exists(l => Math.Abs(l.Baseline - s.Baseline) <= Aligned * s.Size)).ToHashSet();
        if (levels.Count < FewestLevels) return false;
        var edge = levels.Max(l => l.Box.Right);
        return right.TrueForAll(r => r.Segments.TrueForAll(s => levels.Contains(s) || s.Box.Left >= edge));
    }

    private static bool Fits(Segment segment) => segment.Words.Count <= 10 && segment.Length <= 20 && Level().IsMatch(segment.Text);

    [GeneratedRegex(@"^\(?(?:\d{1,3} ?%|\d{1,2} ?/ ?(?:5|6|10)|[ABC][12]|(?:[●○◉◯⬤■□▪▫★☆✦✧◆◇•] ?){3,10})\)?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Level();
}
