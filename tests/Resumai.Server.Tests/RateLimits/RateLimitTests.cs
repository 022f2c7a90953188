using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.RateLimits;

public abstract class RateLimitTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : RateLimitTests(Engine.Sqlite);

    public sealed class OnPostgres() : RateLimitTests(Engine.Postgres);

    public sealed class OnRedis() : RateLimitTests(Engine.SqliteAndRedis);

    private static readonly (string, string)[] ThreeAMinute = [("RateLimits:Free:PerMinute", "3"), ("RateLimits:Free:PerDay", "100")];

    [Fact]
    public async Task The_fourth_of_three_a_minute_is_429_and_Retry_After_is_true()
    {
        await using var app = await StartAsync(ThreeAMinute);
        var account = await app.AccountAsync();

        for (var left = 2; left >= 0; left--)
        {
            var admitted = (await account.Http.GetAsync("account")).EnsureSuccessStatusCode();
            admitted.Header("RateLimit")!.ShouldStartWith($"\"minute\";r={left};t=");
            admitted.Header("X-RateLimit-Remaining").ShouldBe(left.ToString());
            app.Time.Advance(TimeSpan.FromSeconds(10));
        }
        var refused = await account.Http.GetAsync("account");
        await refused.ShouldBeProblemAsync(429, "rate_limit_exceeded");
        var wait = int.Parse(refused.Header("Retry-After")!);

        wait.ShouldBeInRange(28, 30);
        refused.Header("X-RateLimit-Reset").ShouldBe(wait.ToString());
        app.Time.Advance(TimeSpan.FromSeconds(wait - 2));
        (await account.Http.GetAsync("account")).StatusCode.ShouldBe(System.Net.HttpStatusCode.TooManyRequests);
        app.Time.Advance(TimeSpan.FromSeconds(2));
        (await account.Http.GetAsync("account")).EnsureSuccessStatusCode();
        (await account.Http.GetAsync("account")).StatusCode.ShouldBe(System.Net.HttpStatusCode.TooManyRequests, "the window slides: one left, one came");
    }

    [Fact]
    public async Task Refused_requests_do_not_prolong_the_wait()
    {
        await using var app = await StartAsync(ThreeAMinute);
        var account = await app.AccountAsync();

        for (var request = 0; request < 20; request++) await account.Http.GetAsync("account");
        app.Time.Advance(TimeSpan.FromSeconds(60));

        for (var request = 0; request < 3; request++) (await account.Http.GetAsync("account")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task The_day_ends_at_midnight_utc()
    {
        await using var app = await StartAsync([("RateLimits:Free:PerDay", "4")]);
        var account = await app.AccountAsync();
        MoveTo(app, hour: 22);

        for (var left = 3; left >= 0; left--) (await account.Http.GetAsync("account")).Header("X-RateLimit-Remaining").ShouldBe(left.ToString());
        var refused = await account.Http.GetAsync("account");
        var body = await refused.ShouldBeProblemAsync(429, "rate_limit_exceeded");

        body["window"]!.GetValue<string>().ShouldBe("day");
        var wait = int.Parse(refused.Header("Retry-After")!);
        wait.ShouldBeInRange(7_100, 7_200);
        app.Time.Advance(TimeSpan.FromSeconds(wait - 10));
        (await account.Http.GetAsync("account")).StatusCode.ShouldBe(System.Net.HttpStatusCode.TooManyRequests);
        app.Time.Advance(TimeSpan.FromSeconds(10));
        (await account.Http.GetAsync("account")).Header("RateLimit")!.ShouldContain("\"day\";r=3;");
    }

    [Fact]
    public async Task The_day_count_outlives_a_restart()
    {
        await using var app = await StartAsync([("RateLimits:Free:PerDay", "10")]);
        MoveTo(app, hour: 12);
        var account = await app.AccountAsync();
        for (var request = 0; request < 4; request++) await account.Http.GetAsync("account");

        await app.RestartAsync();

        (await account.Http.GetAsync("account")).Header("RateLimit")!.ShouldContain("\"day\";r=5;");
    }

    [Fact]
    public async Task The_day_count_is_in_the_database_within_a_second_or_so()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        for (var request = 0; request < 5; request++) await account.Http.GetAsync("account");

        await Eventually.TrueAsync(() => app.ReadAsync(async db => await db.DayCounts.Where(d => d.AccountId == account.Id).SumAsync(d => d.Requests) == 5));
    }

    [Fact]
    public async Task Counts_that_could_not_be_written_are_kept()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        app.Fault.FailsOn = "INSERT INTO day_counts";
        for (var request = 0; request < 5; request++) await account.Http.GetAsync("account");
        await Eventually.TrueAsync(() => app.Log.Text.Contains("could not be written"));

        app.Fault.FailsOn = null;
        await app.RestartAsync();

        (await app.ReadAsync(db => db.DayCounts.Where(d => d.AccountId == account.Id).SumAsync(d => d.Requests))).ShouldBe(5);
    }

    [Fact]
    public async Task Live_and_test_keys_of_an_account_share_its_limits_and_other_accounts_do_not()
    {
        await using var app = await StartAsync(ThreeAMinute);
        var account = await app.AccountAsync();
        var test = await app.KeyAsync(account.Id, KeyEnvironment.Test);
        var other = await app.AccountAsync();

        await account.Http.GetAsync("account");
        await app.Client(test.Text).GetAsync("account");

        (await account.Http.GetAsync("account")).Header("X-RateLimit-Remaining").ShouldBe("0");
        (await other.Http.GetAsync("account")).Header("X-RateLimit-Remaining").ShouldBe("2");
    }

    [Fact]
    public async Task Every_authenticated_request_counts_one_whatever_its_answer()
    {
        await using var app = await StartAsync([("RateLimits:Free:PerMinute", "50"), ("RateLimits:Free:PerDay", "1000")]);
        var account = await app.AccountAsync(scopes: Scopes.FilesRead);

        (await account.Http.GetAsync("account")).Header("X-RateLimit-Remaining").ShouldBe("49", "403");
        (await account.Http.GetAsync("nowhere")).Header("X-RateLimit-Remaining").ShouldBe("48", "404");
        (await account.Http.DeleteAsync("account")).Header("X-RateLimit-Remaining").ShouldBe("47", "405");
        await app.Anonymous().GetAsync("account");
        using var head = new HttpRequestMessage(HttpMethod.Head, "account");
        (await account.Http.SendAsync(head)).Header("X-RateLimit-Remaining").ShouldBe("46", "HEAD; the one without a key does not count");
    }

    [Fact]
    public async Task Refusals_failures_replays_waits_and_streams_count_one_each()
    {
        await using var app = await StartAsync([("RateLimits:Free:PerMinute", "100"), ("RateLimits:Free:PerDay", "1000")]);
        var account = await app.AccountAsync(credits: 3);
        var file = Documents.Pdf();
        var remaining = 100;
        async Task<string> CountsOneAsync(Task<HttpResponseMessage> request, int status)
        {
            using var response = await request;
            var body = await response.Content.ReadAsStringAsync();
            ((int)response.StatusCode).ShouldBe(status, body);
            response.Header("RateLimit")!.ShouldStartWith($"\"minute\";r={--remaining};");
            return body;
        }

        var id = await account.Http.AcceptedAsync(file);
        remaining--;
        // On a busy machine one wait may not be enough.
        while (!(await CountsOneAsync(account.Http.GetAsync($"files/assets/{id}/status?wait=30"), 200)).Contains("\"completed\"", StringComparison.Ordinal) && remaining > 50)
        {
        }
        await CountsOneAsync(account.Http.UploadAsync(Documents.Pdf(), "key"), 202);
        await CountsOneAsync(account.Http.UploadAsync(Documents.Unread("gif"), "other"), 415);
        await CountsOneAsync(account.Http.UploadAsync(file), 409);
        await CountsOneAsync(account.Http.GetAsync("files/assets?limit=0"), 400);
        await CountsOneAsync(account.Http.GetAsync("data/display?format=csv"), 200);
        var etag = (await account.Http.GetAsync($"data/master/{id}")).Headers.ETag!;
        remaining--;
        using var conditional = new HttpRequestMessage(HttpMethod.Get, $"data/master/{id}");
        conditional.Headers.IfNoneMatch.Add(etag);
        await CountsOneAsync(account.Http.SendAsync(conditional), 304);
        app.Fault.FailsOn = "SELECT a.credits";
        await CountsOneAsync(account.Http.GetAsync("account"), 500);
    }

    [Fact]
    public async Task A_replay_counts_one()
    {
        await using var app = await StartAsync([("RateLimits:Free:PerMinute", "100"), ("RateLimits:Free:PerDay", "1000")], Workers.None);
        var account = await app.AccountAsync(credits: 3);
        var file = Documents.Pdf();
        (await account.Http.UploadAsync(file, "key")).EnsureSuccessStatusCode();

        using var replay = await account.Http.UploadAsync(file, "key");

        replay.Header("Idempotent-Replayed").ShouldBe("true");
        replay.Header("RateLimit")!.ShouldStartWith("\"minute\";r=98;");
    }

    [Fact]
    public async Task The_headers_tell_both_windows_and_the_tighter_one()
    {
        await using var app = await StartAsync([("RateLimits:Paid:PerMinute", "600"), ("RateLimits:Paid:PerDay", "10")]);
        MoveTo(app, hour: 23);
        var account = await app.AccountAsync(tier: "paid");

        var response = await account.Http.GetAsync("account");

        response.Header("RateLimit-Policy").ShouldBe("\"minute\";q=600;w=60, \"day\";q=10;w=86400");
        response.Header("RateLimit")!.ShouldMatch("^\"minute\";r=599;t=60, \"day\";r=9;t=(3600|359\\d)$");
        response.Header("X-RateLimit-Limit").ShouldBe("10");
        response.Header("X-RateLimit-Remaining").ShouldBe("9");
        int.Parse(response.Header("X-RateLimit-Reset")!).ShouldBeInRange(3590, 3600);
    }

    [Fact]
    public async Task An_account_can_have_its_own_pair_and_a_lowered_one_tells_the_true_wait()
    {
        await using var app = await StartAsync([("RateLimits:Free:PerMinute", "60"), ("RateLimits:Free:PerDay", "1000")]);
        var account = await app.AccountAsync();
        for (var request = 0; request < 5; request++)
        {
            await account.Http.GetAsync("account");
            app.Time.Advance(TimeSpan.FromSeconds(5));
        }

        await app.WriteAsync(db => db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.PerMinute, 2).SetProperty(a => a.PerDay, 500)));
        var refused = await account.Http.GetAsync("account");

        refused.Header("RateLimit-Policy").ShouldBe("\"minute\";q=2;w=60, \"day\";q=500;w=86400");
        var wait = int.Parse(refused.Header("Retry-After")!);
        wait.ShouldBeInRange(48, 50, "of five only one may remain: the fourth leaves 60 s after the 15th second");
        app.Time.Advance(TimeSpan.FromSeconds(wait));
        (await account.Http.GetAsync("account")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task After_thirty_failures_a_minute_only_failing_requests_are_told_to_wait()
    {
        await using var app = await StartAsync([("RateLimits:FailedAuthentications", "30")]);
        var account = await app.AccountAsync();
        var wrong = app.Client(KeyText.Create("live"));

        for (var failure = 0; failure < 30; failure++) (await wrong.GetAsync("account")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        var refused = await wrong.GetAsync("account");

        await refused.ShouldBeProblemAsync(429, "too_many_failed_authentications");
        int.Parse(refused.Header("Retry-After")!).ShouldBeInRange(1, 60);
        (await account.Http.GetAsync("account")).EnsureSuccessStatusCode();
        app.Time.Advance(TimeSpan.FromSeconds(60));
        (await wrong.GetAsync("account")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("", false)]
    public async Task Forwarded_addresses_count_only_from_trusted_proxies(string trusted, bool believed)
    {
        await using var app = await StartAsync([("RateLimits:FailedAuthentications", "1"), ("Proxies:Trusted", trusted)]);

        (await FromAsync("203.0.113.1")).ShouldBe(401);
        (await FromAsync("203.0.113.2")).ShouldBe(believed ? 401 : 429);
        (await FromAsync("203.0.113.1")).ShouldBe(429);

        async Task<int> FromAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "account");
            request.Headers.Add("X-Forwarded-For", address);
            return (int)(await app.Anonymous().SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Addresses_of_one_ipv6_network_share_their_failures()
    {
        await using var app = await StartAsync([("RateLimits:FailedAuthentications", "1"), ("Proxies:Trusted", "127.0.0.1")]);

        (await FromAsync("2001:db8:1:2:aaaa::1")).ShouldBe(401);
        (await FromAsync("2001:db8:1:2:bbbb::2")).ShouldBe(429);
        (await FromAsync("2001:db8:1:3:aaaa::1")).ShouldBe(401);

        async Task<int> FromAsync(string address)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "account");
            request.Headers.Add("X-Forwarded-For", address);
            return (int)(await app.Anonymous().SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task Concurrent_requests_are_admitted_exactly_as_many_as_allowed()
    {
        await using var app = await StartAsync([("RateLimits:Free:PerMinute", "25")]);
        var account = await app.AccountAsync();
        var http = account.Http;

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => http.GetAsync("account")));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(25);
        answers.Count(a => (int)a.StatusCode == 429).ShouldBe(35);
    }

    /// <summary>Moves the clock to this hour of the next day, so that midnight is as far as the test needs.</summary>
    private static void MoveTo(ResumaiApp app, int hour)
    {
        var now = app.Time.GetUtcNow().UtcDateTime;
        app.Time.Advance(now.Date.AddDays(1).AddHours(hour) - now);
    }
}
