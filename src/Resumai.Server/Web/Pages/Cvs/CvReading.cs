using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.ApiKeys;
using Resumai.Server.Data;
using Resumai.Server.Data.Corrections;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages.Cvs;

/// <param name="Label">The key of the record.</param>
/// <param name="Evidence">Where it stands; null: it was derived, or the record does not say.</param>
/// <param name="Correction">Who set it, when somebody did.</param>
public sealed record CvValue(string Label, string Pointer, string Text, Evidence? Evidence, Correction? Correction);

/// <summary>A post, a degree, a skill; the whole of a part that is no list of such.</summary>
/// <param name="Node">As the record has it.</param>
public sealed record CvEntry(string Pointer, JsonNode? Node, IReadOnlyList<CvValue> Values);

/// <summary>One part of a record: contact, experience, …</summary>
/// <param name="Heading">Where the record has nothing: a heading of the document under which it should have been; null when there is none.</param>
public sealed record CvPart(string Name, IReadOnlyList<CvEntry> Entries, SectionText? Heading)
{
    public bool IsEmpty => Entries.All(e => e.Values.Count == 0);
}

/// <param name="Record">Null while it has not been read.</param>
public sealed record Cv(Asset Asset, MasterRecord? Record, IReadOnlyList<CvPart> Parts)
{
    /// <summary>While a parse runs again, the record is there and cannot be changed.</summary>
    public bool CanBeEdited => !IsReadOnly && Record is not null && Asset.Status == AssetStatus.Completed;

    /// <summary>Whoever looks at it may not change it.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Corrections that a later parse differs from.</summary>
    public IEnumerable<Correction> Conflicts => (Record?.Corrections ?? []).Where(c => c.Conflict is not null);
}

/// <summary>One CV of an account, for the page that shows it.</summary>
internal sealed class CvReading(IDbContextFactory<ServerDb> databases)
{
    private static readonly string[] PartNames =
        ["contact", "summary", "experience", "education", "skills", "languages", "certifications", "projects", "publications", "awards", "volunteering", "interests", "references"];

    /// <summary>Null: the account has none with this id.</summary>
    public async Task<Cv?> FindAsync(Guid accountId, Guid assetId)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await StoredMaster.FindAsync(db, accountId, KeyEnvironment.Live, assetId, CancellationToken.None) is not { } stored) return null;
        if (stored.Row is null) return new Cv(stored.Asset, null, []);
        var record = stored.Show([StoredMaster.Evidence, StoredMaster.Text]);
        return new Cv(stored.Asset, record, [.. PartsOf(CorrectedRecord.Node(record), record)]);
    }

    private static IEnumerable<CvPart> PartsOf(JsonObject node, MasterRecord record)
    {
        foreach (var name in PartNames)
        {
            var part = node[name];
            IEnumerable<(JsonNode? Node, string Pointer)> entries = part is JsonArray list && name != "interests"
                ? list.Select((n, i) => (n, $"/{name}/{i.ToString(CultureInfo.InvariantCulture)}"))
                : [(part, $"/{name}")];
            yield return new CvPart(name, [.. entries.Select(e => new CvEntry(e.Pointer, e.Node, [.. ValuesOf(e.Node, e.Pointer, name, record)]))],
                record.Sections.FirstOrDefault(s => s.Kind == name && s.Heading is not null));
        }
    }

    /// <summary>All that is not empty, however deep.</summary>
    private static IEnumerable<CvValue> ValuesOf(JsonNode? node, string pointer, string label, MasterRecord record) => node switch
    {
        JsonObject all => all.SelectMany(p => ValuesOf(p.Value, $"{pointer}/{p.Key}", p.Key, record)),
        JsonArray list => list.SelectMany((n, i) => ValuesOf(n, $"{pointer}/{i.ToString(CultureInfo.InvariantCulture)}", label, record)),
        JsonValue value when value.ToString() is { Length: > 0 } text && text != "false" =>
            [new CvValue(label, pointer, text, record.Evidence?.GetValueOrDefault(pointer), CorrectionOf(pointer, record))],
        _ => [],
    };

    private static Correction? CorrectionOf(string pointer, MasterRecord record) =>
        record.Evidence?.GetValueOrDefault(pointer) is { Validated: true } ? record.Corrections?.FirstOrDefault(c => JsonPointers.IsUnder(pointer, c.Pointer)) : null;
}
