using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>What a round did and found.</summary>
/// <param name="Broken">What does not hold, in sentences; empty: all is as it must be.</param>
public sealed record RoundResult(
    string Site, IReadOnlyList<string> Faults, int Accepted, int Completed, int Failed, int Refused, int Unanswered, int Orphans, TimeSpan Time, IReadOnlyList<string> Broken)
{
    public override string ToString() =>
        $"{Site}: {string.Join(", ", Faults)}; {Accepted} accepted ({Refused} times refused, {Unanswered} times no answer), " +
        $"{Completed} completed, {Failed} failed, {Orphans} orphans swept; {Time.TotalSeconds:0.0} s{string.Concat(Broken.Select(b => $"\n    BROKEN {b}"))}";
}

/// <summary>One round: clients upload, parts end at moments of chance and are started again, and when all is quiet nothing must be lost.</summary>
public static class FaultRound
{
    private const int UploadsOfEach = 4;
    private const int LongestBefore = 1500;
    private const int LongestFor = 1500;

    public static async Task<RoundResult> RunAsync(Site site, IReadOnlyList<Fault> faults, Random chance)
    {
        var started = Stopwatch.GetTimestamp();
        var before = Count(site);
        using var stop = new CancellationTokenSource();
        var uploads = site.Clients.Select(c => Task.Run(async () => await c.UploadAsync(UploadsOfEach, new Random(chance.Next()), stop.Token))).ToList();
        var struck = await Task.WhenAll(faults.Select(f => StrikeAsync(f, new Random(chance.Next()))));
        await stop.CancelAsync();
        var accepted = (await Task.WhenAll(uploads)).SelectMany(u => u).ToList();
        site.Accepted.AddRange(accepted);

        var broken = new List<string>();
        foreach (var (status, text) in site.Clients.SelectMany(c => c.Oddities))
        {
            // A full disk is a fault of the server's and is told as one.
            if (status != 500 || faults.All(f => f.Name != "full disk")) broken.Add(text);
        }
        foreach (var client in site.Clients) client.Oddities.Clear();
        var orphans = 0;
        if (await QuietAsync(site, broken)) orphans = await Invariants.CheckAsync(site, broken);
        var after = Count(site);
        var outcomes = await Invariants.OutcomesAsync(site, accepted, broken);
        return new RoundResult(site.Name, struck, accepted.Count, outcomes.Completed, outcomes.Failed, after.Refused - before.Refused, after.Unanswered - before.Unanswered,
            orphans, Stopwatch.GetElapsedTime(started), broken);
    }

    /// <summary>What was done, and when.</summary>
    private static async Task<string> StrikeAsync(Fault fault, Random chance)
    {
        var moment = chance.Next(LongestBefore);
        await Task.Delay(moment);
        var end = await fault.StrikeAsync(chance);
        var lasts = chance.Next(LongestFor);
        await Task.Delay(lasts);
        await end();
        return $"{fault.Name} at {moment} ms for {lasts} ms";
    }

    /// <summary>Waits until every part works and no job is left.</summary>
    private static async Task<bool> QuietAsync(Site site, List<string> broken)
    {
        foreach (var server in site.Servers.Where(s => s.HasEnded)) broken.Add($"{server.Name} has ended by itself");
        if (broken.Count > 0) return false;
        try
        {
            foreach (var server in site.Servers) await server.AnswersAsync();
            await using var looking = await site.LookAsync();
            await Eventually.TrueAsync(() => looking.ReadAsync(async db => !await db.Jobs.AnyAsync()));
            return true;
        }
        catch (TimeoutException)
        {
            broken.Add("it does not come to rest");
            return false;
        }
    }

    private static (int Refused, int Unanswered) Count(Site site) => (
        site.Clients.Sum(c => c.Answers.Where(a => a.Key is not (0 or 202)).Sum(a => a.Value)),
        site.Clients.Sum(c => c.Answers.GetValueOrDefault(0)));
}
