using Resumai.Normalize.Dates;

namespace Resumai.Fields.Publications;

/// <summary>A publication as found.</summary>
/// <param name="Url">With a scheme; a DOI as its link.</param>
internal sealed record PublicationDraft(Found<string> Title, Found<string>? Venue, Found<DateRange>? Date, Found<string>? Url);
