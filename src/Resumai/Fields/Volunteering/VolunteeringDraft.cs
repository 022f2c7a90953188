using Resumai.Normalize.Dates;

namespace Resumai.Fields.Volunteering;

/// <summary>Unpaid work as found; at least one of role and organisation.</summary>
internal sealed record VolunteeringDraft(Found<string>? Role, Found<string>? Organization, Found<DateRange>? Dates);
