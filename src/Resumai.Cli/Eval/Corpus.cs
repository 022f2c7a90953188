using System.Text.Json;
using Resumai.Cli.Eval.Scoring;

namespace Resumai.Cli.Eval;

/// <summary>A document and the truth beside it.</summary>
/// <param name="Path">Null when only the truth is there.</param>
/// <param name="Layout">Family of layouts, see <see cref="LayoutFamily"/>.</param>
/// <param name="Kind">"digital-pdf", "docx", "scan" …; "?" without a manifest.</param>
internal sealed record CorpusDocument(string Id, string? Path, JsonElement Truth, string Language, string Layout, string Kind);

/// <summary>Reads a folder of documents, <c>ID.ext</c> beside <c>ID.expected.json</c>, with <c>manifest.tsv</c> in it or above it.</summary>
internal static class Corpus
{
    private const string TruthSuffix = ".expected.json";

    /// <param name="only">Ids begin with it; null for all.</param>
    public static IReadOnlyList<CorpusDocument> Read(string folder, string? only = null)
    {
        var manifest = ReadManifest(folder);
        var files = Directory.GetFiles(folder).Where(f => !f.EndsWith(".json", StringComparison.Ordinal)).ToLookup(f => Path.GetFileNameWithoutExtension(f));
        return
        [
            .. from file in Directory.GetFiles(folder, "*" + TruthSuffix).Order(StringComparer.Ordinal)
               let id = Path.GetFileName(file)[..^TruthSuffix.Length]
               where only is null || id.StartsWith(only, StringComparison.Ordinal)
               let truth = JsonFile.Read(file)
               let row = manifest.GetValueOrDefault(id)
               select new CorpusDocument(id, files[id].Order(StringComparer.Ordinal).FirstOrDefault(), truth,
                   Filled(row?.GetValueOrDefault("language"), truth.Get("language")),
                   LayoutFamily.Of(Filled(row?.GetValueOrDefault("layout"), truth.Get("layout"))),
                   row?.GetValueOrDefault("kind") ?? "?"),
        ];
    }

    /// <summary>The file of that name in the folder of documents or the one above; null when neither has it.</summary>
    public static string? FindBeside(string folder, string name) =>
        ((string[])[Path.Combine(folder, name), Path.Combine(folder, "..", name)]).FirstOrDefault(File.Exists);

    private static string Filled(string? fromManifest, JsonElement fromTruth)
    {
        if (!string.IsNullOrEmpty(fromManifest)) return fromManifest;
        return fromTruth.Text() is { Length: > 0 } text ? text : "?";
    }

    private static Dictionary<string, Dictionary<string, string>> ReadManifest(string folder)
    {
        if (FindBeside(folder, "manifest.tsv") is not { } path) return [];
        string[][] rows = [.. File.ReadLines(path).Select(line => line.Split('\t'))];
        return rows.Skip(1).Where(r => r.Length >= 5)
            .ToDictionary(r => r[0], r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second));
    }
}
