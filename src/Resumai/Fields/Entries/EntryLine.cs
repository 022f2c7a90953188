using Resumai.Layout;
using Resumai.Normalize.Dates;
using Resumai.Sections;

namespace Resumai.Fields.Entries;

/// <summary>One logical line of a section: a printed line with the lines it runs on into.</summary>
internal sealed record EntryLine
{
    public required IReadOnlyList<TextLine> Lines { get; init; }
    public required Passage Text { get; init; }
    public required LineStyle Style { get; init; }
    /// <summary>How far it stands out against the section's text.</summary>
    public required double Emphasis { get; init; }
    /// <summary>Bullet, running text or label: never part of an entry's head.</summary>
    public bool IsBody { get; init; }
    /// <summary>"Responsibilities:", "3 years": neither head nor content.</summary>
    public bool IsIgnored { get; init; }
    /// <summary>The date that may date an entry, null when none.</summary>
    public DateMatch? Date { get; init; }
    public DateSpot Spot { get; init; }

    /// <summary>What the head of its table says of each cell beside the date; null outside of such tables.</summary>
    public IReadOnlyList<EntryRole?>? Columns { get; init; }

    public TextLine First => Lines[0];
    public bool HasBullet => First.Bullet is not null;
    public double GapAbove => First.GapAbove;
    public bool IsAnchor => Date is not null;

    /// <summary>Set deeper than a line whose text begins at <paramref name="left"/>; on a centred page, where the middles are one, no line is.</summary>
    public bool IsDeeperThan(EntryLine other, double left) =>
        First.Box.Left > left + Deeper && Math.Abs(First.Box.Left + First.Box.Right - other.First.Box.Left - other.First.Box.Right) > 2 * SameMiddle;

    /// <summary>In points.</summary>
    private const double Deeper = 6, SameMiddle = 1.5;
}
