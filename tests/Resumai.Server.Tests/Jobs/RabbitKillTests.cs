using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs;

[Collection(RabbitServer.Collection)]
public class RabbitKillTests
{
    private const int Rounds = 3;
    private const int Uploads = 8;

    /// <summary>The first kill comes soon after the queue was declared, when RabbitMQ brings it back without a leader.</summary>
    [Fact]
    public async Task Every_upload_ends_in_one_result_and_one_charge_when_rabbitmq_is_killed_while_two_workers_use_it()
    {
        Engine.Require(RabbitServer.Missing);
        var rabbit = await RabbitServer.SharedAsync();
        // The clock is not moved on instead: the leases of jobs would end with each move.
        await using var app = await ResumaiApp.StartAsync([.. rabbit.NewQueue(), ("Queue:SilenceSeconds", "3")]);
        await using var beside = await app.BesideAsync();
        var account = await app.AccountAsync(credits: 100);
        var ids = new List<Guid>();

        for (var round = 0; round < Rounds; round++)
        {
            await Task.WhenAll(ReadyAsync(app, "up"), ReadyAsync(beside, "up"));
            var uploads = Enumerable.Range(0, Uploads).Select(_ => account.Http.AcceptedAsync(Documents.Pdf())).ToList();
            await Task.WhenAny(uploads);
            await rabbit.KillAsync();
            if (round == 0) rabbit.LoseMembers();
            ids.AddRange(await Task.WhenAll(uploads));
            // Nothing waits for its return.
            ids.Add(await account.Http.AcceptedAsync(Documents.Pdf()));
            (await account.Http.FinalStatusAsync(ids[^1])).Text("status").ShouldBe("completed");
            await ReadyAsync(app, "down");
            await rabbit.RunAsync();
        }
        foreach (var id in ids) (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
        await Task.WhenAll(ReadyAsync(app, "up"), ReadyAsync(beside, "up"));
        await Eventually.TrueAsync(() => app.Log.Text.Contains("jobs come through it"));
        ids.Add(await account.Http.AcceptedAsync(Documents.Pdf()));
        (await account.Http.FinalStatusAsync(ids[^1])).Text("status").ShouldBe("completed");

        (await account.CreditsAsync(), await account.LedgerSumAsync()).ShouldBe((100 - ids.Count, 100 - ids.Count));
        (await app.ReadAsync(db => db.Masters.CountAsync())).ShouldBe(ids.Count);
        (await app.ReadAsync(db => db.Jobs.CountAsync())).ShouldBe(0);
        (await app.ReadAsync(db => db.Assets.CountAsync(a => a.Status != AssetStatus.Completed))).ShouldBe(0);
    }

    private static Task ReadyAsync(ResumaiApp app, string wanted) => Eventually.TrueAsync(async () =>
    {
        using var ready = await app.Anonymous().GetAsync("/readyz");
        // Uploads and reads go on without it.
        ready.EnsureSuccessStatusCode();
        return (await ready.JsonAsync())["engines"]!["queue"]!.Text("status") == wanted;
    });
}
