using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.ApiKeys;
using Resumai.Server.Jobs;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs;

/// <summary>The order in which the table hands out jobs; through RabbitMQ it holds but for those that are in the queue already.</summary>
public abstract class JobOrderTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : JobOrderTests(Engine.Sqlite);

    public sealed class OnPostgres() : JobOrderTests(Engine.Postgres);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accounts_are_served_in_turn_each_its_oldest_first_and_test_after_live()
    {
        await using var app = await StartAsync(adjust: Workers.None);
        var (anna, ben) = (await app.AccountAsync(credits: 9), await app.AccountAsync(credits: 9));
        var test = app.Client((await app.KeyAsync(anna.Id, KeyEnvironment.Test)).Text);
        var tests = await test.AcceptedAsync(Documents.Pdf());
        var annas = new[] { await anna.Http.AcceptedAsync(Documents.Pdf()), await anna.Http.AcceptedAsync(Documents.Pdf()), await anna.Http.AcceptedAsync(Documents.Pdf()) };
        var bens = new[] { await ben.Http.AcceptedAsync(Documents.Pdf()) };
        var queue = app.Services.GetRequiredService<IJobQueue>();

        var leases = new List<JobLease>();
        while (await queue.LeaseAsync(Cancellation) is { } lease) leases.Add(lease);

        leases.Count.ShouldBe(5);
        leases[..2].Select(l => l.AccountId).ShouldBe([anna.Id, ben.Id], ignoreOrder: true);
        leases.Where(l => l.AccountId == anna.Id && l.Environment == KeyEnvironment.Live).Select(l => l.AssetId).ShouldBe(annas);
        leases.Where(l => l.AccountId == ben.Id).Select(l => l.AssetId).ShouldBe(bens);
        leases[4].AssetId.ShouldBe(tests);
    }
}
