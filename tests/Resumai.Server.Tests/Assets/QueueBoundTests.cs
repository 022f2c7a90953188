using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Assets;

public abstract class QueueBoundTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : QueueBoundTests(Engine.Sqlite);

    public sealed class OnPostgres() : QueueBoundTests(Engine.Postgres);

    [Fact]
    public async Task An_account_at_its_bound_is_refused_and_no_other()
    {
        await using var app = await StartAsync([("Queue:AccountBound", "2")], Workers.None);
        var account = await app.AccountAsync(credits: 5);
        var other = await app.AccountAsync(credits: 5);
        await account.Http.AcceptedAsync(Documents.Pdf());
        await account.Http.AcceptedAsync(Documents.Pdf());

        using var response = await account.Http.UploadAsync(Documents.Pdf());
        var body = await response.ShouldBeProblemAsync(503, "queue_saturated");

        body.Text("scope").ShouldBe("account");
        int.Parse(response.Header("Retry-After")!).ShouldBeInRange(1, 300);
        (await account.CreditsAsync()).ShouldBe(3);
        await other.Http.AcceptedAsync(Documents.Pdf());
    }

    [Fact]
    public async Task A_full_queue_refuses_every_account_until_there_is_room()
    {
        await using var app = await StartAsync([("Queue:Bound", "2")], Workers.None);
        var account = await app.AccountAsync(credits: 5);
        var other = await app.AccountAsync(credits: 5);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        await account.Http.AcceptedAsync(Documents.Pdf());

        using var response = await other.Http.UploadAsync(Documents.Pdf());
        (await response.ShouldBeProblemAsync(503, "queue_saturated")).Text("scope").ShouldBe("all");
        int.Parse(response.Header("Retry-After")!).ShouldBeInRange(1, 300);

        (await account.Http.DeleteAsync($"files/assets/{id}")).EnsureSuccessStatusCode();
        await other.Http.AcceptedAsync(Documents.Pdf());
    }

    [Fact]
    public async Task Test_keys_have_at_most_a_hundred_documents_queued()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var account = await app.AccountAsync(credits: 5);
        var test = app.Client((await app.KeyAsync(account.Id, KeyEnvironment.Test)).Text);
        for (var i = 0; i < 100; i++) await test.AcceptedAsync(Documents.Pdf());

        using var response = await test.UploadAsync(Documents.Pdf());

        (await response.ShouldBeProblemAsync(503, "queue_saturated")).Text("scope").ShouldBe("test");
        await account.Http.AcceptedAsync(Documents.Pdf());
        (await app.ReadAsync(db => db.Jobs.CountAsync())).ShouldBe(101);
    }

    [Fact]
    public async Task The_queue_bound_comes_after_the_rate_limit()
    {
        await using var app = await StartAsync([("Queue:AccountBound", "1"), ("RateLimits:Free:PerMinute", "2")], Workers.None);
        var account = await app.AccountAsync(credits: 5);
        await account.Http.AcceptedAsync(Documents.Pdf());

        await (await account.Http.UploadAsync(Documents.Pdf())).ShouldBeProblemAsync(503, "queue_saturated");
        await (await account.Http.UploadAsync(Documents.Pdf())).ShouldBeProblemAsync(429, "rate_limit_exceeded");
    }
}
