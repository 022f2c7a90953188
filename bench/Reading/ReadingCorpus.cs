using System.Text.Json;

namespace Resumai.Bench.PageReading;

/// <summary>A document with the truth of its lines.</summary>
/// <param name="Kind">"digital-pdf", "docx" …, from the manifest, else the file's extension.</param>
public sealed record ReadingDocument(string Id, string Path, string Layout, string Kind, LineTruth Truth);

/// <summary>Reads a folder of documents, <c>ID.ext</c> beside <c>ID.lines.json</c>, with <c>manifest.tsv</c> in it or above it.</summary>
public static class ReadingCorpus
{
    public static IReadOnlyList<ReadingDocument> Read(string folder, string? only = null)
    {
        var manifest = Manifest(folder);
        var files = Directory.GetFiles(folder).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)).ToLookup(f => System.IO.Path.GetFileNameWithoutExtension(f));
        return
        [
            .. from file in Directory.GetFiles(folder, "*" + LineTruth.Suffix).Order(StringComparer.Ordinal)
               let id = System.IO.Path.GetFileName(file)[..^LineTruth.Suffix.Length]
               where only is null || id.Contains(only, StringComparison.Ordinal)
               let document = files[id].FirstOrDefault() ?? throw new FileNotFoundException($"{file} has no document beside it.")
               let row = manifest.GetValueOrDefault(id)
               select new ReadingDocument(id, document, row?.Layout ?? Layout(folder, id), row?.Kind ?? System.IO.Path.GetExtension(document)[1..], LineTruth.Read(file)),
        ];
    }

    private static string Layout(string folder, string id)
    {
        var path = System.IO.Path.Combine(folder, id + ".expected.json");
        if (!File.Exists(path)) return id;
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        return json.RootElement.GetProperty("layout").GetString()!;
    }

    private static Dictionary<string, (string Layout, string Kind)?> Manifest(string folder)
    {
        string[] places = [System.IO.Path.Combine(folder, "manifest.tsv"), System.IO.Path.Combine(folder, "..", "manifest.tsv")];
        if (places.FirstOrDefault(File.Exists) is not { } path) return [];
        string[][] rows = [.. File.ReadLines(path).Select(line => line.Split('\t'))];
        var (layout, kind) = (Array.IndexOf(rows[0], "layout"), Array.IndexOf(rows[0], "kind"));
        return rows.Skip(1).Where(r => r.Length == rows[0].Length).ToDictionary(r => r[0], r => ((string, string)?)(r[layout], r[kind]));
    }
}
