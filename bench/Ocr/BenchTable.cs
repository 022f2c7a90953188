namespace Resumai.Bench.Ocr;

/// <summary>The figures as tables of Markdown.</summary>
internal static class BenchTable
{
    public static void Write(TextWriter output, IReadOnlyList<Measured> results)
    {
        output.WriteLine("| profile | pages | character error % | median page % | worst language | contact exact % | time / plain pass |");
        output.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var group in results.GroupBy(r => r.Profile))
        {
            var worst = group.GroupBy(r => r.Language).MaxBy(g => Rate(g))!;
            output.WriteLine($"| {group.Key} | {group.Count()} | {Rate(group):0.00} | {Median(group):0.00} | {worst.Key} {Rate(worst):0.00} | {Contacts(group):0.0} | {Ratio(group):0.00} |");
        }
        output.WriteLine($"| all | {results.Count} | {Rate(results):0.00} | {Median(results):0.00} | | {Contacts(results):0.0} | {Ratio(results):0.00} |");
        output.WriteLine();
        var profiles = results.Select(r => r.Profile).Distinct().ToList();
        output.WriteLine($"| language | {string.Join(" | ", profiles)} | mean | median |");
        output.WriteLine($"|---|{string.Concat(profiles.Select(_ => "---|"))}---|---|");
        foreach (var language in results.GroupBy(r => r.Language))
        {
            output.WriteLine($"| {language.Key} | {string.Join(" | ", profiles.Select(p => $"{Rate(language.Where(r => r.Profile == p)):0.00}"))} | {Rate(language):0.00} | {Median(language):0.00} |");
        }
    }

    private static double Rate(IEnumerable<Measured> results) => 100.0 * results.Sum(r => r.Errors.Wrong) / Math.Max(1, results.Sum(r => r.Errors.Total));

    private static double Median(IEnumerable<Measured> results)
    {
        var sorted = results.Select(r => 100.0 * r.Errors.Wrong / Math.Max(1, r.Errors.Total)).Order().ToArray();
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Contacts(IEnumerable<Measured> results) => 100.0 * results.Sum(r => r.ContactExact) / Math.Max(1, results.Sum(r => r.ContactTotal));

    private static double Ratio(IEnumerable<Measured> results) => results.Sum(r => r.Seconds) / results.Sum(r => r.PlainSeconds);
}
