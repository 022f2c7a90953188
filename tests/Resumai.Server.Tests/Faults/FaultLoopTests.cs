using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>
/// kill -9 of whatever the service is made of, at moments of chance while clients upload: every upload that was accepted ends in one result and one charge.
/// </summary>
[Collection(RabbitServer.Collection)]
public class FaultLoopTests
{
    private const int RoundsOfSite = 20;

    /// <summary>One round takes one fault, the next two: five hold all six kills.</summary>
    [Fact]
    public Task Five_rounds_of_kills_on_many_machines_lose_nothing() => HoldsAsync(
        ManyMachines.OpenAsync, site => site.Kills.Where(f => f.Name != "kill store"), rounds: 5, seed: 1, line => TestContext.Current.TestOutputHelper?.WriteLine(line));

    [Fact]
    public Task Two_rounds_of_kills_on_one_machine_lose_nothing() => HoldsAsync(
        OneMachine.OpenAsync, site => site.Kills, rounds: 2, seed: 1, line => TestContext.Current.TestOutputHelper?.WriteLine(line));

    [Fact]
    [Trait("Category", "Long")]
    public Task Eighty_rounds_on_many_machines_lose_nothing() => LongAsync(ManyMachines.OpenAsync, rounds: 80);

    [Fact]
    [Trait("Category", "Long")]
    public Task Twenty_rounds_on_one_machine_lose_nothing() => LongAsync(OneMachine.OpenAsync, rounds: 20);

    /// <summary>All faults of a site; <c>RESUMAI_FAULT_SEED</c> and <c>RESUMAI_FAULT_ROUNDS</c> say which rounds and how many, else it is another seed every time.</summary>
    private static Task LongAsync(Func<Task<Site>> open, int rounds) => HoldsAsync(
        open, site => site.Faults, Setting("RESUMAI_FAULT_ROUNDS") ?? rounds, Setting("RESUMAI_FAULT_SEED") ?? Random.Shared.Next(1_000_000), Console.Out.WriteLine);

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : null;

    private static async Task HoldsAsync(Func<Task<Site>> open, Func<Site, IEnumerable<Fault>> pick, int rounds, int seed, Action<string> tell)
    {
        var results = await FaultLoop.RunAsync(open, pick, rounds, RoundsOfSite, seed, tell);

        tell(FaultLoop.Summary(results));
        results.SelectMany(r => r.Broken).ShouldBeEmpty($"seed {seed}: {string.Join('\n', results.Where(r => r.Broken.Count > 0))}");
        results.Sum(r => r.Accepted).ShouldBeGreaterThan(rounds);
        results.SelectMany(r => r.Faults).Count().ShouldBeGreaterThanOrEqualTo(rounds);
    }
}
