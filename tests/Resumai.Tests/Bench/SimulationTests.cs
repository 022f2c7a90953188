using Resumai.Bench.Scale;
using Resumai.Bench.Scale.Events;

namespace Resumai.Tests.Bench;

/// <summary>The simulation behind docs/scale.md against what queueing theory knows in closed form.</summary>
public class SimulationTests
{
    private const int Documents = 300_000;

    [Theory]
    [InlineData(1, 0.5, Documents)]
    [InlineData(1, 0.8, Documents)]
    [InlineData(4, 0.7, Documents)]
    // Most find a worker idle, and those that wait do so together: it takes more of them until the mean of a run is known to some hundredths.
    [InlineData(16, 0.8, 1_000_000)]
    public void Exponential_times_in_the_host_give_the_mean_wait_of_Erlangs_formula(int workers, double load, int documents)
    {
        var rate = load * workers;
        var run = Line(workers, ExponentialSample()).Arrivals(_ => rate, rate, documents / rate);

        run.Waits.Average().ShouldBe(ErlangWait(workers, rate), ErlangWait(workers, rate) * 0.05);
        run.WorkersBusy.ShouldBe(load, 0.02);
    }

    [Fact]
    public void Equal_times_in_the_host_make_half_the_wait_of_exponential_ones()
    {
        const double Load = 0.8;
        var run = Line(workers: 1, [1.0]).Arrivals(_ => Load, Load, Documents / Load);

        run.Waits.Average().ShouldBe(Load / (1 - Load) / 2, Load / (1 - Load) / 2 * 0.05);
    }

    [Theory]
    [InlineData(1, 0.8)]
    [InlineData(4, 0.8)]
    public void Shared_processors_keep_a_task_as_long_as_a_line_before_them_does(int count, double load)
    {
        // The number of tasks is the same birth-death process either way, so by Little's law the time is too.
        var simulation = new Simulation(seed: 7);
        var cores = new Cores(simulation, count);
        var (stayed, tasks, rate) = (0.0, 0, load * count);
        void Come() => simulation.After(simulation.Exponential(1 / rate), () =>
        {
            if (tasks++ == Documents) return;
            var came = simulation.Now;
            cores.Use(simulation.Exponential(1), () => stayed += simulation.Now - came);
            Come();
        });
        Come();
        simulation.Run();

        var expected = 1 + ErlangWait(count, rate);
        (stayed / Documents).ShouldBe(expected, expected * 0.05);
        cores.BusySeconds.ShouldBe(Documents, Documents * 0.01);
    }

    [Fact]
    public void Two_tasks_on_one_processor_take_turns_and_on_two_do_not()
    {
        EndsOf(count: 1).ShouldBe([2.0, 3.0]);
        EndsOf(count: 2).ShouldBe([1.0, 2.0]);

        static List<double> EndsOf(int count)
        {
            var (simulation, ends) = (new Simulation(1), new List<double>());
            var cores = new Cores(simulation, count);
            cores.Use(1, () => ends.Add(simulation.Now));
            cores.Use(2, () => ends.Add(simulation.Now));
            simulation.Run();
            return ends;
        }
    }

    [Fact]
    public void Commits_that_wait_for_a_flush_are_durable_together()
    {
        var (simulation, ends) = (new Simulation(1), new List<double>());
        var log = new CommitLog(simulation, flushSeconds: 1);
        foreach (var came in (double[])[0, 0.25, 0.5]) simulation.After(came, () => log.Flush(() => ends.Add(simulation.Now)));
        simulation.Run();

        ends.ShouldBe([1.0, 2.0, 2.0]);
        log.Flushes.ShouldBe(2);
    }

    [Fact]
    public void A_polled_lock_is_held_by_one_at_a_time_and_by_everyone_in_the_end()
    {
        var simulation = new Simulation(1);
        var held = new PolledLock(simulation);
        var (inside, most, entered) = (0, 0, 0);
        for (var i = 0; i < 50; i++)
        {
            simulation.After(i * 0.001, () => held.Enter(() =>
            {
                (inside, entered) = (inside + 1, entered + 1);
                most = Math.Max(most, inside);
                simulation.After(0.004, () =>
                {
                    inside--;
                    held.Leave();
                });
            }));
        }
        simulation.Run();

        (most, entered).ShouldBe((1, 50));
    }

    [Fact]
    public void Equal_seeds_give_equal_runs_and_other_seeds_do_not()
    {
        var waits = Of(seed: 3);
        Of(seed: 3).ShouldBe(waits);
        Of(seed: 4).ShouldNotBe(waits);

        static IReadOnlyList<double> Of(int seed) => new SiteRun(Site.OneMachine(cores: 2, workers: 3), Costs(ExponentialSample()) with { Worker = 0.1, Database = 0.1, Commit = 0.1 }, seed)
            .Arrivals(_ => 0.5, 0.5, 1000).Waits;
    }

    /// <summary>Workers with a processor each, of which nothing but the host takes time.</summary>
    private static SiteRun Line(int workers, IReadOnlyList<double> host) =>
        new(Site.OneMachine(cores: 1, workers) with { Apart = true }, Costs(host), seed: 5);

    private static JobCosts Costs(IReadOnlyList<double> host) =>
        new() { Host = host, HostComputes = 1, Worker = 0, Database = 0, Api = 0, Behind = 0, Commit = 0, OneWriter = false };

    /// <summary>The distribution by its quantiles; its mean is 1.</summary>
    private static IReadOnlyList<double> ExponentialSample()
    {
        double[] quantiles = [.. Enumerable.Range(0, 20_000).Select(i => -Math.Log(1 - (i + 0.5) / 20_000))];
        return [.. quantiles.Select(q => q / quantiles.Average())];
    }

    /// <summary>Mean time in line of M/M/c with services of mean 1 (Erlang C).</summary>
    private static double ErlangWait(int servers, double rate)
    {
        var (term, sum) = (1.0, 0.0);
        for (var i = 0; i < servers; i++)
        {
            sum += term;
            term *= rate / (i + 1);
        }
        var full = term * servers / (servers - rate);
        return full / (sum + full) / (servers - rate);
    }
}
