using System.Text.RegularExpressions;

namespace Resumai.Layout;

/// <summary>
/// What grades the skill before it (a part of a hundred, marks out of ten, filled and hollow marks), set at one edge beneath each other: it ends
/// the row that it stands on, however near the next column is.
/// </summary>
internal static partial class LevelEnds
{
    private const int Fewest = 3;
    private const int MostWords = 10, MostLetters = 20;
    /// <summary>In font sizes: base lines this near are one; how far before its level a row ends at most.</summary>
    private const double Aligned = 0.3, WidestGap = 14;
    /// <summary>Points by which edges that are one may differ.</summary>
    private const double SameEdge = 2;

    /// <summary>The segments with rows and their levels as one; the same where there are no such levels.</summary>
    public static IReadOnlyList<Segment> Join(IReadOnlyList<Segment> segments)
    {
        var levels = segments.Where(Fits).ToList();
        if (levels.Count < Fewest) return segments;
        var pairs = new Dictionary<Segment, Segment>();
        foreach (var level in levels)
        {
            if (Before(segments, level) is { } row) pairs.TryAdd(row, level);
        }
        var joined = pairs.Where(p => pairs.Count(o => SharePlace(p.Key, p.Value, o.Key, o.Value)) >= Fewest).ToDictionary();
        if (joined.Count == 0) return segments;
        var ends = joined.Values.ToHashSet();
        return [.. segments.Where(s => !ends.Contains(s)).Select(s => joined.TryGetValue(s, out var level) ? new Segment([.. s.Words, .. level.Words], s.Baseline) : s)];
    }

    /// <summary>Rows that end in levels reach as far as the gutter, and no other goes further.</summary>
    public static bool EndAt(GutterStretch stretch) =>
        stretch.Left.Count(r => r.Segments[^1] is { Words.Count: > 1 } last && Math.Abs(last.Box.Right - stretch.Whole.Left) < SameEdge && Level().IsMatch(last.Words[^1].Text)) >= Fewest;

    private static bool SharePlace(Segment row, Segment level, Segment otherRow, Segment otherLevel) =>
        Math.Abs(row.Box.Left - otherRow.Box.Left) < SameEdge
        && (Math.Abs(level.Box.Right - otherLevel.Box.Right) < SameEdge || Math.Abs(level.Box.Left - otherLevel.Box.Left) < SameEdge);

    /// <summary>The nearest text before a level on its base line, if it is a name of something.</summary>
    private static Segment? Before(IReadOnlyList<Segment> segments, Segment level)
    {
        var nearest = segments.Where(s => s != level && s.Box.Right <= level.Box.Left && Math.Abs(s.Baseline - level.Baseline) <= Aligned * level.Size).MaxBy(s => s.Box.Right);
        return nearest is not null && !Fits(nearest) && nearest.Text.Any(char.IsLetter) && level.Box.Left - nearest.Box.Right <= WidestGap * level.Size ? nearest : null;
    }

    private static bool Fits(Segment segment) => segment.Words.Count <= MostWords && segment.Length <= MostLetters && Level().IsMatch(segment.Text);

    [GeneratedRegex(@"^\(?(?:\d{1,3} ?%|\d{1,2} ?/ ?(?:5|6|10)|(?:[●○◉◯⬤■□▪▫★☆✦✧◆◇•] ?){3,10})\)?$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Level();
}
