using System.Text.Json;

namespace Resumai.Training;

/// <summary>A rendered CV with its truth, and the groups that experiments leave out.</summary>
/// <param name="Family">Of layouts.</param>
/// <param name="Person">All documents of one person fall on one side of a split.</param>
internal sealed record Rendering(string Id, string Path, JsonElement Truth, string Family, string Language, string Person)
{
    private const string TruthSuffix = ".expected.json";

    /// <summary>The documents of a folder, <c>ID.ext</c> beside <c>ID.expected.json</c>; groups come from <c>manifest.tsv</c>, or from the id where it has none.</summary>
    public static IReadOnlyList<Rendering> Read(string folder)
    {
        var manifest = Manifest.Of(folder);
        var files = Directory.GetFiles(folder).Where(f => !f.EndsWith(".json", StringComparison.Ordinal) && !f.EndsWith(".tsv", StringComparison.Ordinal)).ToLookup(f => System.IO.Path.GetFileNameWithoutExtension(f));
        var result = new List<Rendering>();
        foreach (var truth in Directory.GetFiles(folder, "*" + TruthSuffix).Order(StringComparer.Ordinal))
        {
            var id = System.IO.Path.GetFileName(truth)[..^TruthSuffix.Length];
            if (files[id].FirstOrDefault() is not { } document) continue;
            using var json = JsonDocument.Parse(File.ReadAllBytes(truth));
            var root = json.RootElement.Clone();
            var row = manifest.GetValueOrDefault(id);
            var parts = id.Split("--");
            result.Add(new Rendering(id, document, root,
                row?.GetValueOrDefault("family") ?? Letters(parts.Length > 1 ? parts[1] : ""),
                root.TryGetProperty("language", out var language) ? language.GetString() ?? "" : "",
                row?.GetValueOrDefault("person") ?? parts[0]));
        }
        return result;
    }

    private static string Letters(string layout) => layout.TrimEnd("0123456789-".ToCharArray());
}
