using System.Text.Json.Nodes;

namespace Resumai.Master;

/// <summary>A value that somebody set in place of what the parser read.</summary>
/// <param name="Pointer">RFC 6901. Where entries were added or removed it is the list's, and the values are whole lists.</param>
/// <param name="Parsed">What the parser had read when the correction was made; null where it had read nothing.</param>
/// <param name="Value">What stands in the record in its place.</param>
/// <param name="By">Who set it.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Conflict">What a later parse read instead of <paramref name="Parsed"/>; null while both are the same.</param>
public sealed record Correction(string Pointer, JsonNode? Parsed, JsonNode? Value, string By, DateTime At, CorrectionConflict? Conflict = null);

/// <summary>A later parse and a correction that differ, for somebody to decide.</summary>
/// <param name="Parsed">What the later parse read.</param>
/// <param name="Applied">Whether the corrected value stands in the record; false: its entry was not found again.</param>
public sealed record CorrectionConflict(JsonNode? Parsed, bool Applied);
