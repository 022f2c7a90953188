using System.Net;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.RateLimits;

public class RedisCounterTests
{
    public RedisCounterTests() => Engine.Require(RedisServer.Missing);

    [Theory]
    [InlineData("RateLimits:Free:PerMinute")]
    [InlineData("RateLimits:Free:PerDay")]
    public async Task A_limit_holds_over_two_servers_to_within_one_in_a_hundred(string limit)
    {
        await using var app = await ResumaiApp.StartAsync([.. (await RedisServer.SharedAsync()).Settings, (limit, "400")], Workers.None);
        await using var beside = await app.BesideAsync();
        var account = await app.AccountAsync();
        HttpClient[] servers = [account.Http, beside.Client(account.Key)];

        var answers = new List<HttpStatusCode>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 800), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, cancellation) =>
        {
            using var response = await servers[i % 2].GetAsync("account", cancellation);
            lock (answers) answers.Add(response.StatusCode);
        });

        answers.Count(a => a == HttpStatusCode.OK).ShouldBeInRange(396, 404);
        answers.Count(a => a == HttpStatusCode.TooManyRequests).ShouldBe(800 - answers.Count(a => a == HttpStatusCode.OK));
    }

    [Fact]
    public async Task Without_redis_each_server_counts_by_itself_and_says_so_until_it_is_back()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var app = await ResumaiApp.StartAsync([.. redis.Settings, ("RateLimits:Free:PerMinute", "10"), ("RateLimits:Free:PerDay", "1000")], Workers.None);
        await using var beside = await app.BesideAsync();
        var account = await app.AccountAsync();
        var other = beside.Client(account.Key);
        await TakeAsync(account.Http, 3);
        (await LeftAsync(other)).ShouldBe(6, "servers count together");

        await redis.KillAsync();

        // This server knows of its own three.
        (await LeftAsync(account.Http)).ShouldBe(6);
        await TakeAsync(account.Http, 6);
        (await account.Http.GetAsync("account")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        app.Log.Text.ShouldContain("each server counts requests by itself until it does");
        using var ready = await app.Anonymous().GetAsync("/readyz");
        ready.StatusCode.ShouldBe(HttpStatusCode.OK, "it serves without");
        (await ready.JsonAsync())["engines"]!["counters"]!.ToJsonString().ShouldBe("""{"engine":"redis","status":"down"}""");

        await redis.RunAsync();
        foreach (var server in (ResumaiApp[])[app, beside])
        {
            await Eventually.TrueAsync(async () => (await (await server.Anonymous().GetAsync("/readyz")).JsonAsync())["engines"]!["counters"]!.Text("status") == "up");
        }
        await Eventually.TrueAsync(async () =>
        {
            using var response = await account.Http.GetAsync("account");
            return app.Log.Text.Contains("servers count requests together");
        });
        // What was counted meanwhile is in the database, and Redis hears of it.
        await Eventually.TrueAsync(() => app.ReadAsync(async db => await db.DayCounts.Where(d => d.AccountId == account.Id).SumAsync(d => d.Requests) >= 11));
        await Eventually.TrueAsync(async () =>
        {
            using var last = await other.GetAsync("account");
            return int.Parse(last.Header("RateLimit")!.Split("\"day\";r=")[1].Split(';')[0]) <= 989;
        });
    }

    [Fact]
    public async Task A_redis_that_hangs_holds_up_no_request_for_long()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var app = await ResumaiApp.StartAsync(redis.Settings, Workers.None);
        var account = await app.AccountAsync();
        await TakeAsync(account.Http, 1);

        await redis.StopAsync();
        await TakeAsync(account.Http, 20);

        app.Log.Text.ShouldContain("Redis does not answer");
        await redis.GoOnAsync();
    }

    [Fact]
    public async Task A_clock_that_is_set_back_locks_nobody_out()
    {
        await using var app = await ResumaiApp.StartAsync([.. (await RedisServer.SharedAsync()).Settings, ("RateLimits:Free:PerMinute", "3")], Workers.None);
        var account = await app.AccountAsync();
        await TakeAsync(account.Http, 3);
        (await account.Http.GetAsync("account")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);

        app.Time.Jump(TimeSpan.FromHours(-5));

        await TakeAsync(account.Http, 3);
        (await account.Http.GetAsync("account")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task TakeAsync(HttpClient http, int requests)
    {
        for (var i = 0; i < requests; i++) (await http.GetAsync("account")).EnsureSuccessStatusCode();
    }

    /// <summary>Takes one, and says what the minute has left.</summary>
    private static async Task<int> LeftAsync(HttpClient http)
    {
        using var response = await http.GetAsync("account");
        return int.Parse(response.Header("RateLimit")!.Split("r=")[1].Split(';')[0]);
    }
}
