using Resumai.Bench.Scale;

namespace Resumai.Tests.Bench;

/// <summary>The model of docs/scale.md is calibrated by one worker alone; these are made-up machines of which it is known what more workers must do.</summary>
public class PredictionTests
{
    [Fact]
    public void One_worker_takes_as_long_as_it_was_measured()
    {
        var measured = Measured(seconds: 24, workers: 5, hosts: 10, database: 3);

        SecondsOf(measured, workers: 1).ShouldBe(24, 24 * 0.02);
    }

    [Fact]
    public void Workers_that_only_compute_are_held_by_the_processors()
    {
        // 18 s of processor time on two processors: nine seconds at least, and four workers leave little idle.
        var measured = Measured(seconds: 18.5, workers: 5, hosts: 10, database: 3);

        SecondsOf(measured, workers: 4).ShouldBeInRange(9, 9 * 1.15);
    }

    [Fact]
    public void Workers_that_wait_for_commits_run_side_by_side()
    {
        var measured = Measured(seconds: 100, workers: 1, hosts: 1, database: 1);

        // A commit that comes while another is flushed waits for that one too: with two workers three quarters at most, with many about two flushes each.
        SecondsOf(measured, workers: 8).ShouldBeInRange(100 / 8.0, 100 / 3.0);
    }

    [Fact]
    public void On_one_SQLite_file_more_workers_do_not_commit_faster()
    {
        var measured = Measured(seconds: 100, workers: 10, hosts: 10, database: 0) with { Engine = "sqlite" };

        SecondsOf(measured, workers: 4).ShouldBeGreaterThan(75);
    }

    [Fact]
    public void Two_and_four_workers_are_not_looked_at()
    {
        var measured = Measured(seconds: 24, workers: 5, hosts: 10, database: 3);
        var with = measured with { Runs = [.. measured.Runs, new MeasuredRun(4, 1, new ProcessorSeconds(1, 1, 1, 1))] };

        SecondsOf(with, workers: 4).ShouldBe(SecondsOf(measured, workers: 4));
    }

    [Fact]
    public void What_starting_took_is_told_from_what_documents_take_by_the_progress()
    {
        // 4 s until the worker is warm, with 5 s of processor time; then 20 ms a document, 5 of them in the database.
        var measured = Measured(seconds: 24, workers: 9, hosts: 11, database: 5);
        var told = measured with { Runs = [measured.OneWorker with { Progress = [new(14, 500, new(6.5, 6, 2.5, 0))] }] };
        var costs = JobCosts.Calibrate(told, startSeconds: 100, crowding: 0, seed: 1);

        costs.Start.ShouldBe(4, 0.001);
        costs.StartComputes.ShouldBe(5, 0.001);
        costs.Database.ShouldBe(0.005, 0.0001);
        costs.Worker.ShouldBe(0.005, 0.0001);
    }

    [Fact]
    public void What_the_load_bench_writes_is_read()
    {
        var measured = Measurement.Read("""
            {"cores":2,"engine":"postgresql","documents":10000,"runs":[{"workers":1,"seconds":123.4,"cpu_seconds":{"workers":30,"hosts":60,"database":20,"api":1.5}}],
             "host_ms":[7.5,9.1],"store_ms":[3.2,4]}
            """);

        measured.OneWorker.CpuSeconds.ShouldBe(new ProcessorSeconds(30, 60, 20, 1.5));
        measured.HostMs.ShouldBe([7.5, 9.1]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"cores":2,"engine":"postgresql","documents":10,"runs":[{"workers":2,"seconds":3,"cpu_seconds":{}}],"host_ms":[1],"store_ms":[1]}""")]
    public void What_has_no_run_of_one_worker_is_refused(string json) =>
        Should.Throw<Exception>(() => Measurement.Read(json)).ShouldBeAssignableTo<Exception>().ShouldSatisfyAllConditions(
            e => (e is InvalidDataException or System.Text.Json.JsonException).ShouldBeTrue());

    private static Measurement Measured(double seconds, double workers, double hosts, double database) =>
        new(Cores: 2, "postgresql", Documents: 1000, [new MeasuredRun(1, seconds, new ProcessorSeconds(workers, hosts, database, 0))], HostMs: [hosts], StoreMs: [1]);

    private static double SecondsOf(Measurement measured, int workers)
    {
        var costs = JobCosts.Calibrate(measured, startSeconds: 0, crowding: 0, seed: 1);
        return new SiteRun(Site.OneMachine(measured.Cores, workers), costs, seed: 1).Backlog(measured.Documents).Seconds;
    }
}
