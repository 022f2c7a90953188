namespace Resumai.Training;

/// <summary>What <c>corpus/make</c> wrote of each rendering: family of layouts, language, person and more.</summary>
internal static class Manifest
{
    /// <summary>Rows by id, their cells by the name of the column; none where the folder and the one above it have no <c>manifest.tsv</c>.</summary>
    public static IReadOnlyDictionary<string, Dictionary<string, string>> Of(string folder)
    {
        string[] places = [Path.Combine(folder, "manifest.tsv"), Path.Combine(folder, "..", "manifest.tsv")];
        if (Array.Find(places, File.Exists) is not { } path) return new Dictionary<string, Dictionary<string, string>>();
        var lines = File.ReadAllLines(path);
        var columns = lines[0].Split('\t');
        return lines.Skip(1).Select(l => columns.Zip(l.Split('\t')).ToDictionary(c => c.First, c => c.Second))
            .Where(r => r.ContainsKey("id")).GroupBy(r => r["id"]).ToDictionary(g => g.Key, g => g.Last());
    }
}
