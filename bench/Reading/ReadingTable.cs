using System.Globalization;

namespace Resumai.Bench.PageReading;

/// <summary>Prints scores by kind and layout, and the worst documents with what went wrong.</summary>
internal static class ReadingTable
{
    public static void Write(TextWriter output, IReadOnlyList<(ReadingDocument Document, ReadingResult Result)> results, int worst)
    {
        output.WriteLine($"{"",-26} {"docs",5} {"words",7} {"recall",7} {"precis.",7} {"glued",6} {"split",6} {"order",7} {"in col.",7} {"paragr.",7} {"mended",7}");
        foreach (var kind in results.GroupBy(r => r.Document.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine(kind.Key);
            foreach (var layout in kind.GroupBy(r => r.Document.Layout).OrderBy(g => g.Key, StringComparer.Ordinal)) Row(output, "  " + layout.Key, [.. layout.Select(r => r.Result.Score)]);
            Row(output, "  all " + kind.Key, [.. kind.Select(r => r.Result.Score)]);
            output.WriteLine();
        }
        Row(output, "all", [.. results.Select(r => r.Result.Score)]);
        output.WriteLine();
        output.WriteLine("glued, split: per 1,000 words. order: consecutive lines that follow one another; in col.: the same without the pairs between two columns.");
        output.WriteLine("paragr.: paragraphs of several lines that stand in one block. mended: words parted at a line's end that come together.");
        foreach (var (document, result) in results.Where(r => Loss(r.Result.Score) > 0).OrderByDescending(r => Loss(r.Result.Score)).Take(worst)) Wrong(output, document, result);
    }

    private static void Row(TextWriter output, string name, IReadOnlyList<ReadingScore> scores)
    {
        var s = scores.Aggregate(new ReadingScore(), ReadingScore.Add);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name,-26} {scores.Count,5} {s.TruthWords,7} {s.Recall,7:0.0000} {s.Precision,7:0.0000} {PerThousand(s.Glued, s),6:0.00} {PerThousand(s.Split, s),6:0.00} {s.Adjacency,7:0.0000} {s.AdjacencyWithinColumns,7:0.0000} {(s.Paragraphs == 0 ? "" : s.ParagraphsWhole.ToString("0.000", CultureInfo.InvariantCulture)),7} {(s.Mends == 0 ? "" : $"{s.GoodMends}/{s.Mends}"),7}"));
    }

    private static double PerThousand(int count, ReadingScore score) => 1000.0 * count / Math.Max(1, score.TruthWords);

    private static double Loss(ReadingScore s) => (1 - s.Recall) + (1 - s.Precision) + (1 - s.Adjacency) + (s.GluedOrSplitPerThousand / 100) + (0.01 * (s.Mends - s.GoodMends));

    private static void Wrong(TextWriter output, ReadingDocument document, ReadingResult result)
    {
        const int most = 6;
        var s = result.Score;
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{document.Id}: recall {s.Recall:0.000}, precision {s.Precision:0.000}, order {s.Adjacency:0.000} ({s.GoodPairs}/{s.Pairs})"));
        List(output, "missing", result.Words.Missing.Select(t => t.Text), " ");
        List(output, "extra", result.Words.Extra.Select(t => t.Text), " ");
        List(output, "not mended", result.Unmended.Select(m => $"{m.Word} in {m.Joined}"), "; ");
        List(output, "gaps", result.Words.GluedOrSplit, "; ");
        foreach (var pair in result.Broken.Take(most)) output.WriteLine($"  after  {Cut(pair.First.Text, 50, fromEnd: true)}\n    want {Cut(pair.Second.Text, 60)}\n    is   {Cut(pair.OursGoesOn, 60)}");
        if (result.Broken.Count > most) output.WriteLine($"  … and {result.Broken.Count - most} more");
    }

    private static void List(TextWriter output, string what, IEnumerable<string> texts, string separator)
    {
        var text = Cut(string.Join(separator, texts), 200);
        if (text.Length > 0) output.WriteLine($"  {what}: {text}");
    }

    private static string Cut(string text, int length, bool fromEnd = false) =>
        text.Length <= length ? text : fromEnd ? "…" + text[^length..] : text[..length] + "…";
}
