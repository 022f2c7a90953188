using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Tests.Web;
using Resumai.Server.Web.Pages.Admin.Operations;

namespace Resumai.Server.Tests.Jobs.Hosts;

/// <summary>The operator sees the parse hosts of all servers, whichever shows the page.</summary>
public abstract class HostReportingTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : HostReportingTests(Engine.Sqlite);

    public sealed class OnPostgres() : HostReportingTests(Engine.Postgres);

    [Fact]
    public async Task Hosts_of_all_servers_are_seen_until_their_server_stops_and_one_that_was_killed_is_said_to_be_silent()
    {
        Browser.Require();
        var data = Directory.CreateTempSubdirectory("resumai-reports-").FullName;
        var database = await Engine.CreateAsync(data);
        try
        {
            await using var looking = await ResumaiApp.LookAsync(data, database);
            var (boss, _) = await looking.UserAsync(isOperator: true);
            var account = await looking.AccountAsync(credits: 2);
            (await LookAsync(looking)).Workers.ShouldBeEmpty();
            await using var two = await ResumaiProcess.ServeAsync(data, [.. database, ("Role", "worker"), ("ParseHost:Count", "2")]);
            await using var one = await ResumaiProcess.ServeAsync(data, [.. database, ("ParseHost:Count", "1")]);

            await Eventually.TrueAsync(async () => (await LookAsync(looking)).Hosts.Count(h => h.ProcessId is not null) == 3);
            var found = await LookAsync(looking);
            found.Workers.Select(w => (Process: int.Parse(w.Server.Split('/')[1]), w.Hosts.Count)).OrderBy(w => w.Count).ShouldBe([(one.Id, 1), (two.Id, 2)]);
            found.Hosts.ShouldAllBe(h => h.State == HostState.Idle && h.Megabytes > 10 && Processes.Runs(h.ProcessId!.Value));
            found.Workers.ShouldAllBe(w => w.Sandbox != null && !w.IsSilent);

            using var http = one.Client(account.Key);
            foreach (var _ in (int[])[1, 2]) (await http.FinalStatusAsync(await http.AcceptedAsync(Documents.Pdf()))).Text("status").ShouldBe("completed");
            await Eventually.TrueAsync(async () => (await LookAsync(looking)).Hosts.Sum(h => h.Documents) == 2);
            await using var visitor = await Visitor.ComeAsync(looking.Address, width: 390);
            await visitor.SignInAsync(boss, WebUsers.Password);
            await visitor.SeesAsync("API keys");
            await visitor.GoAsync("/admin/queue");
            var rows = visitor.Page.Locator("#hosts tbody tr");
            await Assertions.Expect(rows).ToHaveCountAsync(3);
            await visitor.ReadsAsync("3 of 3");
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots", "queue-hosts-390.png"), FullPage = true });
            (await Axe.SeriousAsync(visitor.Page)).ShouldBeEmpty();
            await visitor.Page.SetViewportSizeAsync(1280, 800);
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots", "queue-hosts-1280.png"), FullPage = true });

            (await one.TerminateAsync()).ShouldBe(0);
            (await LookAsync(looking)).Workers.ShouldHaveSingleItem().Server.ShouldEndWith($"/{two.Id}");
            await two.KillAsync();
            looking.Time.Jump(HostReporting.Patience + TimeSpan.FromSeconds(1));
            found = await LookAsync(looking);
            found.Workers.ShouldHaveSingleItem().IsSilent.ShouldBeTrue();
            found.Hosts.ShouldBeEmpty();
            await Assertions.Expect(rows.First).ToContainTextAsync("no word from its server");
        }
        finally
        {
            await Engine.DropAsync(database);
            Directory.Delete(data, recursive: true);
        }
    }

    private static Task<QueueLook.Found> LookAsync(ResumaiApp app) => app.Services.GetRequiredService<QueueLook>().LookAsync(CancellationToken.None);
}
