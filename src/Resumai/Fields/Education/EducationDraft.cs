using Resumai.Normalize.Dates;

namespace Resumai.Fields.Education;

/// <summary>One study as found.</summary>
internal sealed record EducationDraft
{
    public Found<string>? Institution { get; init; }
    public Found<string>? Degree { get; init; }
    public Found<string>? FieldOfStudy { get; init; }
    public Found<DateRange>? Dates { get; init; }
    public Found<string>? Grade { get; init; }
    public Found<string>? Place { get; init; }
    public Found<string>? Description { get; init; }
}
