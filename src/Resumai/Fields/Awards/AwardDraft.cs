using Resumai.Normalize.Dates;

namespace Resumai.Fields.Awards;

/// <summary>A prize, grant or honour as found.</summary>
internal sealed record AwardDraft(Found<string> Title, Found<string>? Issuer, Found<DateRange>? Date);
