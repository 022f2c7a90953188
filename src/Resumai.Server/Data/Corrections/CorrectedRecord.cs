using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Resumai.Master;
using Resumai.Server.Storage;

namespace Resumai.Server.Data.Corrections;

/// <summary>A record as it is kept: what the parser read, and what stands in its place after corrections.</summary>
/// <param name="Parsed">As the parser made it.</param>
/// <param name="Current">With its corrections, of which it tells.</param>
internal sealed record CorrectedRecord(MasterRecord Parsed, MasterRecord Current)
{
    private IReadOnlyList<Correction> Corrections => Current.Corrections ?? [];

    public static CorrectedRecord Of(MasterRow row)
    {
        var current = Read(row.Record);
        return new CorrectedRecord(row.Parsed is null ? current : Read(row.Parsed), current);
    }

    /// <summary>The two forms as <see cref="MasterRow"/> keeps them.</summary>
    public (byte[] Record, byte[]? Parsed) Pack() =>
        (RecordBytes.Pack(Bytes(Current)), Corrections.Count == 0 ? null : RecordBytes.Pack(Bytes(Parsed)));

    /// <summary>The same with other values.</summary>
    /// <param name="values">The correctable values as they shall be.</param>
    /// <param name="touched">Pointers that were written: their corrections are this editor's, and their conflicts are decided.</param>
    public CorrectedRecord With(MasterRecord values, IReadOnlyCollection<string> touched, string by, DateTime at)
    {
        var parsed = Node(Parsed);
        var corrections = RecordDiff.Between(parsed, Node(values)).Select(change =>
        {
            var before = Corrections.FirstOrDefault(c => c.Conflict is not { Applied: false } && JsonPointers.Overlap(c.Pointer, change.Pointer));
            if (before is null || touched.Any(t => JsonPointers.Overlap(t, change.Pointer))) return new Correction(change.Pointer, change.From, change.To, by, at);
            return before.Pointer == change.Pointer ? before with { Value = change.To } : new Correction(change.Pointer, change.From, change.To, before.By, before.At);
        });
        // What found no place waits until somebody writes to its list.
        var waiting = Corrections.Where(c => c.Conflict is { Applied: false } && !touched.Any(t => JsonPointers.IsUnder(t, ListOf(c.Pointer)) || JsonPointers.IsUnder(c.Pointer, t)));
        return new CorrectedRecord(Parsed, Assemble(Parsed, parsed, values, [.. corrections, .. waiting]));
    }

    /// <summary>What a later parse read, with the corrections: each stays, and where the parser now reads something else, says so.</summary>
    public CorrectedRecord After(MasterRecord reparsed)
    {
        if (Corrections.Count == 0) return new CorrectedRecord(reparsed, reparsed);
        var (before, after) = (Node(Parsed), Node(reparsed));
        var values = (JsonObject)after.DeepClone();
        var corrections = new List<Correction>();
        foreach (var correction in Corrections)
        {
            var pointer = Rebase(before, after, correction);
            var read = pointer is null ? null : JsonPointers.Get(after, pointer);
            if (pointer is not null && JsonNode.DeepEquals(read, correction.Value)) continue;
            var applied = pointer is not null && JsonPointers.TrySet(values, pointer, correction.Value);
            corrections.Add(correction with
            {
                Pointer = applied ? pointer! : correction.Pointer,
                Conflict = applied && JsonNode.DeepEquals(read, correction.Parsed) ? null : new CorrectionConflict(read?.DeepClone(), applied),
            });
        }
        return new CorrectedRecord(reparsed, Assemble(reparsed, after, values.Deserialize(MasterJson.Compact.MasterRecord)!, corrections));
    }

    /// <summary>What changed from another form of the record.</summary>
    public IReadOnlyList<RecordChange> ChangesSince(CorrectedRecord before) => RecordDiff.Between(Node(before.Current), Node(Current));

    public static JsonObject Node(MasterRecord record) => JsonSerializer.SerializeToNode(record, MasterJson.Compact.MasterRecord)!.AsObject();

    private static MasterRecord Assemble(MasterRecord parsed, JsonObject parsedNode, MasterRecord values, IReadOnlyList<Correction> corrections)
    {
        var record = parsed with
        {
            Language = values.Language,
            Contact = values.Contact,
            Summary = values.Summary,
            Experience = values.Experience,
            Education = values.Education,
            Skills = values.Skills,
            Languages = values.Languages,
            Certifications = values.Certifications,
            Projects = values.Projects,
            Publications = values.Publications,
            Awards = values.Awards,
            Volunteering = values.Volunteering,
            Interests = values.Interests,
            References = values.References,
            Corrections = corrections.Count == 0 ? null : corrections,
        };
        if (!corrections.Any(c => c.Conflict is not { Applied: false })) return parsed with { Corrections = record.Corrections };
        record = CorrectedCounts.Of(record, parsed);
        return record with { Evidence = CorrectedEvidence.Of(parsedNode, Node(record), parsed.Evidence ?? new Dictionary<string, Evidence>()) };
    }

    /// <summary>Where the corrected value stands in a later parse; null when its entry is not found again.</summary>
    private static string? Rebase(JsonObject before, JsonObject after, Correction correction)
    {
        var tokens = JsonPointers.Tokens(correction.Pointer)!;
        if (correction.Conflict is { Applied: false })
        {
            // Of the parse that it was made against nothing is left but the value.
            return JsonPointers.TryGet(after, tokens, out var again) && JsonNode.DeepEquals(again, correction.Parsed) ? correction.Pointer : null;
        }
        JsonNode? from = before;
        JsonNode? to = after;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (from is JsonArray old && to is JsonArray read)
            {
                if (JsonPointers.Index(tokens[i]) is not { } index || index >= old.Count) return null;
                var found = Array.IndexOf(EntryMatch.Of(old, read), index);
                // Texts have nothing to be known by but their place.
                if (found < 0 && old.Count == read.Count && old[index] is JsonValue) found = index;
                if (found < 0) return null;
                tokens[i] = found.ToString(CultureInfo.InvariantCulture);
                (from, to) = (old[index], read[found]);
            }
            else if (from is JsonObject owner && to is JsonObject other && other.ContainsKey(tokens[i]))
            {
                (from, to) = (owner[tokens[i]], other[tokens[i]]);
            }
            else
            {
                return null;
            }
        }
        return JsonPointers.Of(tokens);
    }

    private static string ListOf(string pointer)
    {
        var tokens = JsonPointers.Tokens(pointer)!;
        var index = Array.FindIndex(tokens, t => JsonPointers.Index(t) is not null);
        return index < 0 ? pointer : JsonPointers.Of(tokens[..index]);
    }

    private static MasterRecord Read(byte[] packed) => JsonSerializer.Deserialize(RecordBytes.Unpack(packed), MasterJson.Compact.MasterRecord)!;

    private static byte[] Bytes(MasterRecord record) => JsonSerializer.SerializeToUtf8Bytes(record, MasterJson.Compact.MasterRecord);
}
