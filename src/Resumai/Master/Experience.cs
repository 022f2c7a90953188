namespace Resumai.Master;

/// <summary>One post. Dates are YYYY, YYYY-MM or YYYY-MM-DD, never more exact than printed.</summary>
public sealed record Experience
{
    public string? Title { get; init; }
    public NormalizedTitle? NormalizedTitle { get; init; }
    public string? Seniority { get; init; }
    public string? Employer { get; init; }
    /// <summary><c>full_time</c>, <c>part_time</c>, <c>freelance</c>, <c>internship</c>, <c>apprenticeship</c>, <c>temporary</c>, <c>volunteer</c> or null.</summary>
    public string? EmploymentType { get; init; }
    public Place? Location { get; init; }
    public string? StartDate { get; init; }
    public string? EndDate { get; init; }
    public bool IsCurrent { get; init; }
    /// <summary>First and last month both count.</summary>
    public int? DurationMonths { get; init; }
    public string? Description { get; init; }
    public IReadOnlyList<string> Highlights { get; init; } = [];
    public IReadOnlyList<string> Skills { get; init; } = [];
}

/// <param name="IscoCode">ISCO-08 unit group, four digits.</param>
public sealed record NormalizedTitle(string Label, string? IscoCode, string? EscoUri);

public sealed record Place(string? Raw = null, string? City = null, string? CountryCode = null);
