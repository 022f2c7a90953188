using Resumai.Fields.Skills;
using Resumai.Normalize.Dates;

namespace Resumai.Fields.Experience;

/// <summary>One post as found.</summary>
internal sealed record ExperienceDraft
{
    public Found<string>? Title { get; init; }
    public Found<string>? Employer { get; init; }
    public Found<string>? Place { get; init; }
    public Found<DateRange>? Dates { get; init; }
    public IReadOnlyList<Found<string>> Highlights { get; init; } = [];
    public Found<string>? Description { get; init; }
    /// <summary>The contract's word for it, null when the document does not say.</summary>
    public string? EmploymentType { get; init; }
    /// <summary>The skills its texts show.</summary>
    public IReadOnlyList<SkillUse> Skills { get; init; } = [];
    /// <summary>Parental leave, a sabbatical: an entry without employer.</summary>
    public bool IsLeave { get; init; }
}
