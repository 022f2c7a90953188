namespace Resumai.Master;

public sealed record Education
{
    public string? Institution { get; init; }
    /// <summary>The award as printed.</summary>
    public string? Degree { get; init; }
    /// <summary><c>none</c>, <c>secondary</c>, <c>vocational</c>, <c>bachelor</c>, <c>master</c>, <c>doctorate</c>; null is unknown.</summary>
    public string? DegreeLevel { get; init; }
    /// <summary>European Qualifications Framework, 1–8.</summary>
    public int? EqfLevel { get; init; }
    public string? FieldOfStudy { get; init; }
    public string? StartDate { get; init; }
    public string? EndDate { get; init; }
    public bool IsCurrent { get; init; }
    public string? Grade { get; init; }
    public Place? Location { get; init; }
    public string? Description { get; init; }
}
