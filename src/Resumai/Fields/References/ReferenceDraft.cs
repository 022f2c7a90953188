using Resumai.Fields.Contact;

namespace Resumai.Fields.References;

/// <summary>A person who vouches for the candidate, as found.</summary>
/// <param name="Relation">Position or relation as printed.</param>
internal sealed record ReferenceDraft(Found<string> Name, Found<string>? Relation, Found<string>? Email, PhoneDraft? Phone);
