using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Jobs;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs;

/// <summary>A clock that is set forwards or back ends no lease early and keeps none for ever.</summary>
public abstract class ClockJumpTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : ClockJumpTests(Engine.Sqlite);

    public sealed class OnPostgres() : ClockJumpTests(Engine.Postgres);

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(31);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(+3600)]
    [InlineData(-3600)]
    [InlineData(+86_400 * 365)]
    public async Task A_lease_ends_when_it_was_watched_for_its_time_whatever_the_clock_says(int jump)
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        var queue = app.Services.GetRequiredService<IJobQueue>();
        (await queue.LeaseAsync(Cancellation)).ShouldNotBeNull();
        await LookAsync();

        app.Time.Jump(TimeSpan.FromSeconds(jump));
        await LookAsync();
        app.Time.Advance(Lease / 2);
        await LookAsync();
        app.Time.Advance(Lease / 2);

        var taken = (await queue.LeaseAsync(Cancellation))!;
        (taken.AssetId, taken.Takeovers).ShouldBe((id, 1));

        async Task LookAsync()
        {
            app.Time.Advance(TimeSpan.FromSeconds(4));
            (await queue.LeaseAsync(Cancellation)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Uploads_go_on_while_the_clock_jumps_and_each_is_parsed_once()
    {
        await using var app = await StartAsync([("Queue:LeaseSeconds", "60")]);
        await using var beside = await app.BesideAsync();
        var account = await app.AccountAsync(credits: 40);
        var ids = new List<Guid>();

        for (var i = 0; i < 20; i++)
        {
            app.Time.Jump(TimeSpan.FromMinutes(i % 2 == 0 ? 90 : -100));
            ids.Add(await account.Http.AcceptedAsync(Documents.Pdf()));
        }
        foreach (var id in ids) (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");

        (await account.CreditsAsync(), await account.LedgerSumAsync()).ShouldBe((20, 20));
        foreach (var server in (ResumaiApp[])[app, beside])
        {
            server.Log.Text.ShouldNotContain("taken over");
            server.Log.Text.ShouldNotContain("was refused");
        }
    }

    [Fact]
    public async Task A_message_lost_before_the_clock_went_back_is_sent_again()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        var table = app.Services.GetRequiredService<JobTable>();
        (await table.DispatchNextAsync(1, Cancellation)).ShouldBe([id]);
        (await table.UndispatchOlderThanAsync(TimeSpan.FromSeconds(30), Cancellation)).ShouldBe(0);

        app.Time.Jump(TimeSpan.FromHours(-1));

        (await table.UndispatchOlderThanAsync(TimeSpan.FromSeconds(30), Cancellation)).ShouldBe(1);
        (await table.DispatchNextAsync(1, Cancellation)).ShouldBe([id]);
    }
}
