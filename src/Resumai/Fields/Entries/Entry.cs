using Resumai.Normalize.Dates;

namespace Resumai.Fields.Entries;

/// <summary>A part of an entry's head with how well it fits its role.</summary>
internal sealed record EntryPart(Passage Text, double Score, CellPlace Place)
{
    /// <summary>The fit as a confidence, 0–1: a half where nothing speaks for the part.</summary>
    public double Confidence => 1 / (1 + Math.Exp(-0.7 * Score));
}

/// <summary>One entry of a section, its head taken apart.</summary>
internal sealed record Entry
{
    public required DateRange? Dates { get; init; }
    public required Passage DateText { get; init; }
    public required IReadOnlyDictionary<EntryRole, EntryPart> Parts { get; init; }
    /// <summary>What follows the head: bullets and running text.</summary>
    public required IReadOnlyList<EntryLine> Body { get; init; }
    /// <summary>Lines between the body of the entry before and this head: the employer of several posts, perhaps.</summary>
    public required IReadOnlyList<EntryLine> Above { get; init; }

    public Passage? Text(EntryRole role) => Parts.GetValueOrDefault(role)?.Text;
}
