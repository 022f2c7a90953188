using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>Rounds on a site, and on a new one after some or when something is broken. Equal seeds deal equal faults; their moments are as near as a machine allows.</summary>
public static class FaultLoop
{
    /// <param name="pick">Which faults of the site may come.</param>
    /// <param name="roundsOfSite">After so many rounds all starts anew.</param>
    /// <param name="tell">Is told of every round.</param>
    public static async Task<List<RoundResult>> RunAsync(
        Func<Task<Site>> open, Func<Site, IEnumerable<Fault>> pick, int rounds, int roundsOfSite, int seed, Action<string> tell)
    {
        var results = new List<RoundResult>();
        while (results.Count < rounds)
        {
            var chance = new Random(HashCode(seed, results.Count));
            await using var site = await open();
            var deck = new FaultDeck([.. pick(site)], chance);
            for (var round = 0; round < roundsOfSite && results.Count < rounds; round++)
            {
                results.Add(await FaultRound.RunAsync(site, deck.Deal(), new Random(HashCode(seed, results.Count))));
                tell($"round {results.Count} of {rounds} (seed {seed}), {results[^1]}");
                if (results[^1].Broken.Count == 0) continue;
                tell($"    what its servers wrote: {await KeepLogsAsync(site, seed, results.Count)}");
                break;
            }
        }
        return results;
    }

    /// <summary>The totals in one line.</summary>
    public static string Summary(IReadOnlyCollection<RoundResult> results) =>
        $"{results.Count} rounds: {results.Sum(r => r.Accepted)} accepted, {results.Sum(r => r.Completed)} completed, {results.Sum(r => r.Failed)} failed and refunded, " +
        $"{results.Sum(r => r.Refused)} times refused, {results.Sum(r => r.Unanswered)} times no answer, {results.Sum(r => r.Orphans)} orphans swept, " +
        $"{results.Sum(r => r.Broken.Count)} invariants broken; {results.Average(r => r.Time.TotalSeconds):0.0} s a round, the longest {results.Max(r => r.Time.TotalSeconds):0.0} s\n  " +
        string.Join(", ", results.SelectMany(r => r.Faults).CountBy(f => f[..f.IndexOf(" at ", StringComparison.Ordinal)]).OrderBy(f => f.Key).Select(f => $"{f.Key} {f.Value}"));

    /// <summary>The same in every process, unlike <see cref="System.HashCode"/>.</summary>
    private static int HashCode(int seed, int round) => unchecked((seed * 7919) + round);

    private static async Task<string> KeepLogsAsync(Site site, int seed, int round)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"resumai-faults-{seed}-{round}")).FullName;
        foreach (var server in site.Servers) await File.WriteAllTextAsync(Path.Combine(folder, $"{server.Name}.log"), server.Log);
        return folder;
    }
}
