using Resumai.Normalize.Dates;

namespace Resumai.Fields.Certifications;

/// <summary>A certificate, licence or course as found.</summary>
internal sealed record CertificationDraft(Found<string> Name, Found<string>? Issuer, Found<DateRange>? Date);
