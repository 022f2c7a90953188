using System.Net;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Storage;

public class PostgresKillTests
{
    private const int Rounds = 3;
    private const int Uploads = 12;

    [Fact]
    public async Task Nothing_accepted_is_lost_or_charged_twice_when_postgresql_is_killed_while_uploads_go_on()
    {
        Engine.Postgres.Require();
        await using var database = await PostgresServer.StartAsync();
        await using var app = await ResumaiApp.StartAsync(
            [("Database:Engine", "postgresql"), ("Database:Connection", await database.CreateDatabaseAsync()), ("Queue:LeaseSeconds", "3")]);
        var account = await app.AccountAsync(credits: 1000);
        var answers = new List<HttpStatusCode>();

        for (var round = 0; round < Rounds; round++)
        {
            var files = Enumerable.Range(0, Uploads).Select(_ => Documents.Pdf()).ToList();
            var uploads = files.Select((file, i) => UntilAcceptedAsync(account.Http, file, $"{round}-{i}", answers)).ToList();
            await Task.WhenAny(uploads);
            await database.KillAsync();
            await ReadyAsync(app, "down");
            await database.RunAsync();
            await Task.WhenAll(uploads);
            await ReadyAsync(app, "up");
        }

        await Eventually.TrueAsync(() => app.ReadAsync(async db => !await db.Jobs.AnyAsync()));
        var statuses = await app.ReadAsync(db => db.Assets.Select(a => a.Status).ToListAsync());
        statuses.ShouldBe(Enumerable.Repeat(AssetStatus.Completed, Rounds * Uploads));
        (await account.CreditsAsync()).ShouldBe(1000 - (Rounds * Uploads));
        (await account.LedgerSumAsync()).ShouldBe(1000 - (Rounds * Uploads));
        (await app.ReadAsync(db => db.Masters.CountAsync())).ShouldBe(Rounds * Uploads);
        answers.Distinct().ShouldBeSubsetOf([HttpStatusCode.Accepted, HttpStatusCode.ServiceUnavailable], app.Log.Text);
    }

    /// <summary>As a client does that must not lose an upload: the same request with its key until it is accepted.</summary>
    private static async Task UntilAcceptedAsync(HttpClient http, byte[] file, string key, List<HttpStatusCode> answers)
    {
        await Eventually.TrueAsync(async () =>
        {
            using var response = await http.UploadAsync(file, key);
            lock (answers) answers.Add(response.StatusCode);
            return response.StatusCode == HttpStatusCode.Accepted;
        });
    }

    private static Task ReadyAsync(ResumaiApp app, string status) => Eventually.TrueAsync(async () =>
    {
        using var response = await app.Anonymous().GetAsync("/readyz");
        var database = (await response.JsonAsync())["engines"]!["database"]!;
        database.Text("engine").ShouldBe("postgresql");
        (response.StatusCode == HttpStatusCode.OK).ShouldBe(database.Text("status") == "up");
        return database.Text("status") == status;
    });
}
