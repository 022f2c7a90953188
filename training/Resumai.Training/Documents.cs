using Resumai.Fields;
using Resumai.Ocr;

namespace Resumai.Training;

/// <summary>Documents read as the parser reads them, several at a time.</summary>
internal static class Documents
{
    private static readonly string[] NoDocuments = [".json", ".tsv", ".lines"];

    public static IEnumerable<string> Of(IEnumerable<string> folders) =>
        folders.SelectMany(f => Directory.GetFiles(f).Where(d => !NoDocuments.Any(e => d.EndsWith(e, StringComparison.Ordinal))).Order(StringComparer.Ordinal));

    /// <summary>What <paramref name="select"/> makes of each document; those that cannot be read are left out.</summary>
    public static IReadOnlyList<T> Read<T>(IReadOnlyList<string> paths, Func<string, RecordDraft, ParseOptions, T> select) where T : class
    {
        using var recognizer = new TextRecognizer();
        var parser = new CvParser(recognizer);
        var read = new T?[paths.Count];
        Parallel.For(0, paths.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var options = new ParseOptions { AsOf = new DateOnly(2026, 11, 23), Filename = Path.GetFileName(paths[i]) };
            if (parser.Explain(File.ReadAllBytes(paths[i]), options).Draft is { } draft) read[i] = select(paths[i], draft, options);
        });
        return [.. read.OfType<T>()];
    }
}
