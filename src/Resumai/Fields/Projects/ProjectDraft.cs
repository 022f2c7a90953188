using Resumai.Normalize.Dates;

namespace Resumai.Fields.Projects;

/// <summary>A project as found.</summary>
/// <param name="Url">With a scheme.</param>
internal sealed record ProjectDraft(Found<string> Name, Found<string>? Description, Found<string>? Url, Found<DateRange>? Dates);
