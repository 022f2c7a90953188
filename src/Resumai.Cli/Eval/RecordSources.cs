using System.Diagnostics;
using System.Text.Json;
using Resumai.Master;

namespace Resumai.Cli.Eval;

/// <summary>Where the records come from that are scored: the parser, or a folder of records made before.</summary>
internal static class RecordSources
{
    private static readonly string[] StoredNames =
        [".json", ".actual.json", ".master.json", ".pdf.json", ".docx.json", ".jpg.json", ".png.json", ".tif.json", ".expected.json"];

    private static readonly ParseError NoDocument = new("no_document", "There is a truth, but no document beside it.");
    private static readonly ParseError NoRecord = new("no_record", "No readable record of this document is in the folder of records.");

    /// <summary>Parses the documents, as many at a time as given. Records are scored in the JSON that users get.</summary>
    public static async Task<IReadOnlyList<(CorpusDocument, FoundRecord)>> Parsed(
        IReadOnlyList<CorpusDocument> documents, CvParser parser, DateOnly asOf, int jobs, string? keepIn, CancellationToken cancellation)
    {
        var found = new FoundRecord[documents.Count];
        await Parallel.ForAsync(0, documents.Count, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, async (i, stop) =>
        {
            if (documents[i].Path is not { } path)
            {
                found[i] = new FoundRecord(default, NoDocument);
                return;
            }
            var result = DocumentParsing.Parse(parser, await File.ReadAllBytesAsync(path, stop), Options(path, asOf));
            if (result.Record is not { } record)
            {
                found[i] = new FoundRecord(default, result.Error);
                return;
            }
            var json = JsonSerializer.SerializeToUtf8Bytes(record with { Text = null }, MasterJson.Indented.MasterRecord);
            if (keepIn is not null) await File.WriteAllBytesAsync(Path.Combine(keepIn, documents[i].Id + ".json"), json, stop);
            var reader = new Utf8JsonReader(json);
            found[i] = new FoundRecord(JsonElement.ParseValue(ref reader));
        });
        return [.. documents.Zip(found)];
    }

    /// <summary>Reads <c>ID.json</c> (or ID.actual.json, ID.pdf.json and the like) from a folder.</summary>
    public static IReadOnlyList<(CorpusDocument, FoundRecord)> Stored(IReadOnlyList<CorpusDocument> documents, string folder) =>
    [
        .. documents.Select(document =>
        {
            var path = StoredNames.Select(name => Path.Combine(folder, document.Id + name)).FirstOrDefault(File.Exists);
            var record = path is null ? default : JsonFile.Read(path);
            return (document, record.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? new FoundRecord(default, NoRecord) : new FoundRecord(record));
        }),
    ];

    /// <summary>Milliseconds per document, one after the other, in a process that has parsed them all before.</summary>
    public static IReadOnlyList<double> WarmMilliseconds(IReadOnlyList<ScoredDocument> documents, CvParser parser, DateOnly asOf, CancellationToken cancellation)
    {
        var times = new List<double>();
        foreach (var document in documents.Where(d => d.HasRecord && d.Document.Path is not null))
        {
            cancellation.ThrowIfCancellationRequested();
            var bytes = File.ReadAllBytes(document.Document.Path!);
            var options = Options(document.Document.Path!, asOf);
            var started = Stopwatch.GetTimestamp();
            DocumentParsing.Parse(parser, bytes, options);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        return times;
    }

    private static ParseOptions Options(string path, DateOnly asOf) => new() { AsOf = asOf, Filename = Path.GetFileName(path) };
}
