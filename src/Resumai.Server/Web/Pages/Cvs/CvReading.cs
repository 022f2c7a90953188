using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Resumai.Master;
using Resumai.Server.ApiKeys;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Pages.Cvs;

/// <param name="Label">The key of the record.</param>
/// <param name="Evidence">Where it stands; null: it was derived, or the record does not say.</param>
internal sealed record CvValue(string Label, string Pointer, string Text, Evidence? Evidence);

/// <summary>One part of a record: contact, experience, … An entry is a post, a degree, a skill.</summary>
internal sealed record CvPart(string Name, IReadOnlyList<IReadOnlyList<CvValue>> Entries);

/// <param name="Parts">None while it has not been read.</param>
internal sealed record Cv(Asset Asset, IReadOnlyList<CvPart> Parts, IReadOnlyList<Warning> Warnings, double Confidence);

/// <summary>One CV of an account, for the page that shows it.</summary>
internal sealed class CvReading(IDbContextFactory<ServerDb> databases)
{
    private static readonly string[] PartNames =
        ["contact", "summary", "experience", "education", "skills", "languages", "certifications", "projects", "publications", "awards", "volunteering", "interests", "references"];

    /// <summary>Null: the account has none with this id.</summary>
    public async Task<Cv?> FindAsync(Guid accountId, Guid assetId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var found = await db.Assets.AsNoTracking()
            .Where(a => a.Id == assetId && a.AccountId == accountId && a.Environment == KeyEnvironment.Live)
            .Select(a => new { Asset = a, Record = db.Masters.Where(m => m.AssetId == a.Id).Select(m => m.Record).FirstOrDefault() })
            .SingleOrDefaultAsync();
        if (found is null) return null;
        if (found.Record is null) return new Cv(found.Asset, [], [], 0);
        var bytes = RecordBytes.Unpack(found.Record);
        var record = JsonSerializer.Deserialize(bytes, MasterJson.Compact.MasterRecord)!;
        return new Cv(found.Asset, [.. PartsOf(JsonNode.Parse(bytes)!, record.Evidence ?? new Dictionary<string, Evidence>())], record.Warnings, record.Confidence);
    }

    private static IEnumerable<CvPart> PartsOf(JsonNode record, IReadOnlyDictionary<string, Evidence> evidence)
    {
        foreach (var name in PartNames)
        {
            var node = record[name];
            var entries = (node is JsonArray list ? list.Select((n, i) => (Node: n, Pointer: $"/{name}/{i}")) : [(node, $"/{name}")])
                .Select(e => (IReadOnlyList<CvValue>)[.. ValuesOf(e.Node, e.Pointer, name, evidence)]).Where(e => e.Count > 0).ToList();
            if (entries.Count > 0) yield return new CvPart(name, entries);
        }
    }

    /// <summary>All that is not empty, however deep.</summary>
    private static IEnumerable<CvValue> ValuesOf(JsonNode? node, string pointer, string label, IReadOnlyDictionary<string, Evidence> evidence) => node switch
    {
        JsonObject all => all.SelectMany(p => ValuesOf(p.Value, $"{pointer}/{p.Key}", p.Key, evidence)),
        JsonArray list => list.SelectMany((n, i) => ValuesOf(n, $"{pointer}/{i}", label, evidence)),
        JsonValue value when value.ToString() is { Length: > 0 } text && text != "false" => [new CvValue(label, pointer, text, evidence.GetValueOrDefault(pointer))],
        _ => [],
    };
}
