namespace Resumai.Fields.Entries;

/// <summary>
/// Lines that stand out to the left above several dated heads each: the employer of all posts below, whose own heads then name none.
/// </summary>
internal static class EmployerGroups
{
    /// <summary>In points: heads stand so much deeper than the line of their group.</summary>
    private const double Deeper = 6;

    /// <summary>The numbers of the lines that head groups; empty unless every dated head of the section stands in one and one of them holds several.</summary>
    public static IReadOnlyList<int> Find(EntryLine[] lines, IReadOnlyList<int> anchors)
    {
        if (anchors.Count < 2 || anchors.Any(a => lines[a].First.Box.IsNone)) return [];
        var deepest = anchors.Min(a => lines[a].First.Box.Left);
        var heads = Enumerable.Range(0, anchors[^1]).Where(i => IsHead(lines[i], deepest)).ToArray();
        if (heads.Length == 0 || heads[0] > anchors[0]) return [];
        var sizes = heads.Select((head, i) => anchors.Count(a => a > head && (i + 1 == heads.Length || a < heads[i + 1]))).ToArray();
        return sizes.All(s => s > 0) && sizes.Any(s => s > 1) ? heads : [];
    }

    private static bool IsHead(EntryLine line, double deepest) =>
        !line.IsBody && !line.IsAnchor && !line.HasBullet && !line.First.Box.IsNone && line.First.Box.Left < deepest - Deeper;
}
