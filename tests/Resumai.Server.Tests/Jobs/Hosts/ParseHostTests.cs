using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs.Hosts;

public class ParseHostTests
{
    [Fact]
    public async Task One_warm_host_parses_many_documents()
    {
        await using var app = await ResumaiApp.StartAsync(ResumaiApp.OwnHosts);
        var account = await app.AccountAsync(credits: 5);
        var host = await app.ParseHostAsync();

        for (var i = 0; i < 5; i++)
        {
            (await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(Documents.Pdf()))).Text("status").ShouldBe("completed");
        }

        (await app.ParseHostAsync()).ShouldBe(host);
    }

    [Fact]
    public async Task A_host_killed_in_the_middle_of_a_document_is_replaced_and_the_document_parsed()
    {
        await using var app = await ResumaiApp.StartAsync(ResumaiApp.OwnHosts);
        var account = await app.AccountAsync(credits: 1);
        var host = await app.ParseHostAsync();
        await Workers.SignalAsync("STOP", host);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        await Eventually.TrueAsync(() => app.ReadAsync(db => db.Jobs.AnyAsync(j => j.LeasedUntil != null)));

        await Workers.SignalAsync("KILL", host);

        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
        (await app.ParseHostAsync()).ShouldNotBe(host);
        (await account.CreditsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_host_that_dies_while_idle_is_replaced()
    {
        await using var app = await ResumaiApp.StartAsync(ResumaiApp.OwnHosts);
        var account = await app.AccountAsync(credits: 1);
        var host = await app.ParseHostAsync();

        await Workers.SignalAsync("KILL", host);
        await Eventually.TrueAsync(() => !Processes.Runs(host));

        (await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(Documents.Pdf()))).Text("status").ShouldBe("completed");
        (await app.ParseHostAsync()).ShouldNotBe(host);
    }

    [Fact]
    public async Task A_host_whose_sandbox_was_killed_does_not_outlive_it()
    {
        await using var app = await ResumaiApp.StartAsync([("Sandbox:Level", "bubblewrap")]);
        var account = await app.AccountAsync(credits: 1);
        var host = await app.ParseHostAsync();
        var sandbox = Processes.DescendantsOf(Environment.ProcessId).Single(id => Processes.DescendantsOf(id).SequenceEqual([host]));

        await Workers.SignalAsync("KILL", sandbox);
        await Eventually.TrueAsync(() => !Processes.DescendantsOf(Environment.ProcessId).Contains(sandbox));

        (await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(Documents.Pdf()))).Text("status").ShouldBe("completed");
        (await app.ParseHostAsync()).ShouldNotBe(host);
        await Eventually.TrueAsync(() => !Processes.Runs(host));
    }

    [Fact]
    public async Task A_hanging_host_is_ended_in_time_and_the_next_try_succeeds()
    {
        await using var app = await ResumaiApp.StartAsync([("ParseHost:TimeLimitSeconds", "25")]);
        var account = await app.AccountAsync(credits: 1);
        var host = await app.ParseHostAsync();
        await Workers.SignalAsync("STOP", host);

        var id = await account.Http.AcceptedAsync(Documents.Pdf());

        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
        Processes.Runs(host).ShouldBeFalse();
    }

    [Theory]
    [InlineData("sleep 1000", "timed_out", "none")]
    [InlineData("kill -KILL $$", "parser_crashed", "none")]
    [InlineData("exit 12", "memory_exceeded", "none")]
    [InlineData("exec tail /dev/zero", "memory_exceeded", "none")]
    [InlineData("echo nonsense", "parser_crashed", "none")]
    [InlineData("sleep 1000", "timed_out", "bubblewrap")]
    [InlineData("exit 134", "parser_crashed", "bubblewrap")]
    [InlineData("exec tail /dev/zero", "memory_exceeded", "bubblewrap")]
    public async Task A_document_over_which_two_hosts_end_fails_and_gives_its_credit_back(string deed, string code, string sandbox)
    {
        using var program = new HostProgram(deed);
        await using var app = await ResumaiApp.StartAsync(
            [.. program.Settings, ("Sandbox:Level", sandbox), ("ParseHost:TimeLimitSeconds", code == "timed_out" ? "3" : "120"), ("ParseHost:MemoryMegabytes", "128")]);
        var account = await app.AccountAsync(credits: 1);

        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        var status = await account.Http.FinalStatusAsync(id);

        status.Text("status").ShouldBe("failed");
        status["error"]!.Text("code").ShouldBe(code);
        status["tasks"]![0]!.Text("status").ShouldBe("failed");
        status["tasks"]!.AsArray().Skip(1).ShouldAllBe(t => t!.Text("status") == "skipped");
        // In a sandbox the program cannot write down that it was started.
        if (sandbox == "none") program.Runs.ShouldBeInRange(2, 3);
        (await account.CreditsAsync()).ShouldBe(1);
        (await account.LedgerSumAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("bubblewrap")]
    public async Task A_host_that_takes_too_much_of_the_processor_has_timed_out_long_before_the_clock_says_so(string sandbox)
    {
        using var program = new HostProgram("while :; do :; done");
        await using var app = await ResumaiApp.StartAsync([.. program.Settings, ("Sandbox:Level", sandbox), ("ParseHost:TimeLimitSeconds", "3600"), ("ParseHost:CpuLimitSeconds", "1")]);
        var account = await app.AccountAsync(credits: 1);

        var status = await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(Documents.Pdf()));

        status["error"]!.Text("code").ShouldBe("timed_out");
        (await account.CreditsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task While_one_document_hangs_the_others_go_on()
    {
        await using var app = await ResumaiApp.StartAsync([("ParseHost:Count", "2")]);
        var account = await app.AccountAsync(credits: 6);
        var hosts = app.Services.GetRequiredService<ParseHostPool>();
        await Eventually.TrueAsync(() => hosts.ProcessIds.Count == 2);
        var hanging = hosts.ProcessIds[0];
        await Workers.SignalAsync("STOP", hanging);

        var ids = new List<Guid>();
        for (var i = 0; i < 6; i++) ids.Add(await account.Http.AcceptedAsync(Documents.Pdf()));

        await Eventually.TrueAsync(() => app.ReadAsync(async db => await db.Assets.CountAsync(a => a.Status == "completed") == 5));
        await Workers.SignalAsync("KILL", hanging);
        foreach (var id in ids) (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
        (await account.CreditsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task After_so_many_documents_a_host_is_replaced()
    {
        await using var app = await ResumaiApp.StartAsync([("ParseHost:RecycleDocuments", "2")]);
        var account = await app.AccountAsync(credits: 5);
        var seen = new HashSet<int>();
        for (var i = 0; i < 5; i++)
        {
            seen.Add(await app.ParseHostAsync());
            (await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(Documents.Pdf()))).Text("status").ShouldBe("completed");
        }
        seen.Count.ShouldBe(3);
        await Eventually.TrueAsync(() => seen.Count(Processes.Runs) == 1);
    }

    [Fact]
    public async Task A_host_that_holds_much_memory_after_a_document_is_replaced()
    {
        // A runtime that has parsed holds more than the least that can be set.
        await using var app = await ResumaiApp.StartAsync([("ParseHost:RecycleMegabytes", "64")]);
        var account = await app.AccountAsync(credits: 1);
        var host = await app.ParseHostAsync();

        (await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(Documents.Pdf()))).Text("status").ShouldBe("completed");

        await Eventually.TrueAsync(() => !Processes.Runs(host));
        (await app.ParseHostAsync()).ShouldNotBe(host);
    }

    [Fact]
    public async Task A_host_ends_with_its_server()
    {
        var app = await ResumaiApp.StartAsync(ResumaiApp.OwnHosts);
        var host = await app.ParseHostAsync();

        await app.DisposeAsync();

        Processes.Runs(host).ShouldBeFalse();
    }

    [Fact]
    public async Task A_document_under_way_when_its_server_stops_is_parsed_by_the_next_and_nobody_is_blamed()
    {
        await using var app = await ResumaiApp.StartAsync(ResumaiApp.OwnHosts);
        var account = await app.AccountAsync(credits: 1);
        await Workers.SignalAsync("STOP", await app.ParseHostAsync());
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        await Eventually.TrueAsync(() => app.ReadAsync(db => db.Jobs.AnyAsync(j => j.LeasedUntil != null)));

        await app.StopAsync();
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(app.DataFolder, "resumai.db")};Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var query = database.CreateCommand();
            query.CommandText = "select leased_until is null, host_ends, takeovers from jobs";
            await using var row = await query.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            (await row.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
            (row.GetBoolean(0), row.GetInt32(1), row.GetInt32(2)).ShouldBe((true, 0, 0));
        }
        await app.RestartAsync();

        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
    }

    [Fact]
    public async Task Without_a_host_documents_stay_in_line_and_nothing_is_lost()
    {
        await using var app = await ResumaiApp.StartAsync([("ParseHost:Path", "/nowhere/Resumai.Cli")]);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());

        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        var job = await app.ReadAsync(db => db.Jobs.SingleAsync());
        (job.AssetId, job.HostEnds, job.Takeovers).ShouldBe((id, 0, 0));
        job.Lease.ShouldBeGreaterThan(0);
    }
}
