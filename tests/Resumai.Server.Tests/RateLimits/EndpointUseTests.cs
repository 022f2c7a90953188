using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Resumai.Server.RateLimits;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Web.Pages.Account;

namespace Resumai.Server.Tests.RateLimits;

public abstract class EndpointUseTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : EndpointUseTests(Engine.Sqlite);

    public sealed class OnPostgres() : EndpointUseTests(Engine.Postgres);

    [Fact]
    public async Task Requests_are_counted_by_day_and_endpoint_in_a_row_each_and_shown_with_what_was_counted_before()
    {
        await using var app = await StartAsync([("RateLimits:Free:PerDay", "9")], Workers.None);
        var account = await app.AccountAsync();
        var today = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime);
        await app.WriteAsync(db =>
        {
            db.DayCounts.Add(new DayCount { AccountId = account.Id, Day = today.AddDays(-3), Requests = 40 });
            return db.SaveChangesAsync();
        });
        for (var i = 0; i < 3; i++) await account.Http.GetAsync("account");
        for (var i = 0; i < 5; i++) await account.Http.GetAsync($"files/assets/{Guid.NewGuid()}/status");
        // The tenth is above the limit and counts nowhere.
        for (var i = 0; i < 2; i++) await account.Http.GetAsync("nowhere");
        await app.Services.GetServices<IHostedService>().OfType<CounterWriting>().Single().WriteAsync();

        var rows = await app.ReadAsync(db => db.EndpointCounts.Where(c => c.AccountId == account.Id).OrderBy(c => c.Endpoint).ToListAsync());
        rows.Select(r => (r.Day, r.Endpoint, r.Requests)).ShouldBe([(today, "GET /account", 3), (today, "GET /files/assets/{asset_id}/status", 5), (today, "other", 1)], ignoreOrder: true);
        var usage = (await app.Services.GetRequiredService<AccountUsage>().OfAsync(account.Id))!;
        usage.Endpoints.ShouldBe(["GET /files/assets/{asset_id}/status", "GET /account", "other", AccountUsage.Rest]);
        usage.DaysShown.Count.ShouldBe(30);
        usage.DaysShown[^1].Requests.ShouldBe([5, 3, 1, 0]);
        usage.DaysShown[^4].Requests.ShouldBe([0, 0, 0, 40]);
    }
}
