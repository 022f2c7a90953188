using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.Errors;
using Resumai.Server.Idempotency;
using Resumai.Server.RateLimits;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Idempotency;

/// <summary>The rules of Idempotency-Key around an effect that grants one credit, on the real database.</summary>
public abstract class IdempotentRequestTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : IdempotentRequestTests(Engine.Sqlite);

    public sealed class OnPostgres() : IdempotentRequestTests(Engine.Postgres);

    [Fact]
    public async Task The_second_request_replays_the_first_and_does_nothing()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();

        var first = await PostAsync(app, account, "k1");
        var second = await PostAsync(app, account, "k1");

        second.Body.ShouldBe(first.Body);
        second.Status.ShouldBe(201);
        second.Location.ShouldBe("/somewhere");
        (first.Replayed, second.Replayed).ShouldBe((null, "true"));
        (await account.CreditsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task It_replays_after_a_restart_and_no_longer_after_24_hours()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        await PostAsync(app, account, "k1");

        await app.RestartAsync();
        (await PostAsync(app, account, "k1")).Replayed.ShouldBe("true");
        app.Time.Advance(TimeSpan.FromHours(24));

        (await PostAsync(app, account, "k1")).Replayed.ShouldBeNull();
        (await account.CreditsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Expired_answers_are_deleted_at_the_next_start()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        await PostAsync(app, account, "old");
        app.Time.Advance(TimeSpan.FromHours(12));
        await PostAsync(app, account, "young");
        app.Time.Advance(TimeSpan.FromHours(12));

        await app.RestartAsync();

        List<string> kept = [];
        await Eventually.TrueAsync(async () => (kept = await app.ReadAsync(db => db.Idempotency.Select(i => i.Key).ToListAsync())).Count == 1);
        kept.ShouldBe(["young"]);
    }

    [Fact]
    public async Task Another_meaning_under_the_same_key_is_409()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        await PostAsync(app, account, "k1", meaning: "a");

        var second = await PostAsync(app, account, "k1", meaning: "b");

        (second.Status, second.Code).ShouldBe((409, "idempotency_key_reused"));
        (await account.CreditsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_means_another_request_in_another_account_environment_or_path()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        var other = await app.AccountAsync();

        await PostAsync(app, account, "k1");

        (await PostAsync(app, other, "k1")).Replayed.ShouldBeNull();
        (await PostAsync(app, account, "k1", environment: KeyEnvironment.Test)).Replayed.ShouldBeNull();
        (await PostAsync(app, account, "k1", path: "/api/v1/elsewhere")).Replayed.ShouldBeNull();
        (await PostAsync(app, account, "K1")).Replayed.ShouldBeNull();
    }

    [Fact]
    public async Task Of_many_at_once_one_runs_and_the_others_wait_and_replay()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => PostAsync(app, account, "k1", duration: TimeSpan.FromMilliseconds(100)))));

        answers.Count(a => a.Replayed is null).ShouldBe(1);
        answers.Select(a => a.Body).Distinct().Count().ShouldBe(1);
        (await account.CreditsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task One_that_still_runs_after_the_wait_is_409_in_progress()
    {
        await using var app = await StartAsync([("Idempotency:WaitSeconds", "1")]);
        var account = await app.AccountAsync();
        using var release = new SemaphoreSlim(0);
        var first = Task.Run(() => PostAsync(app, account, "k1", until: release));
        await Eventually.TrueAsync(() => Entered || first.IsCompleted);

        var second = await PostAsync(app, account, "k1");
        release.Release();

        (second.Status, second.Code, second.RetryAfter).ShouldBe((409, "idempotency_in_progress", "1"));
        (await first).Status.ShouldBe(201);
        (await account.CreditsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_request_that_failed_is_not_stored_and_the_next_runs()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();

        await Should.ThrowAsync<PlantedException>(() => PostAsync(app, account, "k1", fails: true));

        (await PostAsync(app, account, "k1")).Replayed.ShouldBeNull();
        (await account.CreditsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_another_process_stored_meanwhile_wins()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        var (http, caller) = Request(app, account, "k1", KeyEnvironment.Live, "/api/v1/things");
        await using var once = await Idempotent(app).EnterAsync(http, caller, Fingerprint("a"));
        once.Answer.ShouldBeNull();

        // The other process: the row is written past this process's turn.
        await app.WriteAsync(async db =>
        {
            db.Idempotency.Add(new IdempotencyRow
            {
                AccountId = account.Id, Environment = "live", Method = "POST", Path = "/api/v1/things", Key = "k1", Fingerprint = Fingerprint("a"),
                Status = 201, ContentType = "application/json", Body = "{}"u8.ToArray(), CreatedAt = app.Time.GetUtcNow().UtcDateTime,
            });
            return await db.SaveChangesAsync();
        });

        var replay = await app.WriteAsync(db => once.StoreAsync(db, StoredAnswer.Json(201, "mine")));
        (await AnswerAsync(http, replay!)).ShouldSatisfyAllConditions(a => a.Body.ShouldBe("{}"), a => a.Replayed.ShouldBe("true"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("käse")]
    [InlineData("tab\t")]
    public void A_key_that_is_not_visible_ascii_is_400(string key)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers[IdempotencyKey.Header] = key;
        IdempotencyKey.Fault(http.Request)!.Error.ShouldBe(ApiErrors.InvalidIdempotencyKey);
    }

    [Theory]
    [InlineData(255, true)]
    [InlineData(256, false)]
    public void A_key_has_at_most_255_characters(int length, bool allowed)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers[IdempotencyKey.Header] = new string('k', length);
        (IdempotencyKey.Fault(http.Request) is null).ShouldBe(allowed);
    }

    [Fact]
    public void Two_keys_are_400_and_none_is_fine()
    {
        var http = new DefaultHttpContext();
        IdempotencyKey.Fault(http.Request).ShouldBeNull();
        http.Request.Headers[IdempotencyKey.Header] = new(["a", "b"]);
        IdempotencyKey.Fault(http.Request).ShouldNotBeNull();
    }

    private bool Entered { get; set; }

    private sealed record Answered(int Status, string Body, string? Replayed, string? Location, string? RetryAfter)
    {
        public string? Code => JsonNode.Parse(Body)?["code"]?.GetValue<string>();
    }

    /// <summary>What a handler does: enter, run the effect, store, commit.</summary>
    private async Task<Answered> PostAsync(ResumaiApp app, TestAccount account, string key, string meaning = "a", string environment = KeyEnvironment.Live,
        string path = "/api/v1/things", TimeSpan duration = default, SemaphoreSlim? until = null, bool fails = false)
    {
        var (http, caller) = Request(app, account, key, environment, path);
        await using var once = await Idempotent(app).EnterAsync(http, caller, Fingerprint(meaning));
        if (once.Answer is { } answer) return await AnswerAsync(http, answer);
        Entered = true;
        if (until is not null) await until.WaitAsync(Eventually.Longest);
        await Task.Delay(duration);
        return await app.ReadAsync(async db =>
        {
            await using var write = await db.BeginWriteAsync();
            var balance = await app.Services.GetRequiredService<Wallet>().GrantAsync(db, account.Id, 1);
            if (fails) throw new PlantedException("in the effect");
            var response = StoredAnswer.Json(201, new { Balance = balance, Id = Guid.CreateVersion7() }, "/somewhere");
            if (await once.StoreAsync(db, response) is { } first) return await AnswerAsync(http, first);
            await write.CommitAsync();
            return await AnswerAsync(http, response);
        });
    }

    private static async Task<Answered> AnswerAsync(HttpContext http, IResult result)
    {
        using var body = new MemoryStream();
        http.Response.Body = body;
        await result.ExecuteAsync(http);
        var headers = http.Response.Headers;
        return new Answered(http.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()), headers[StoredAnswer.ReplayHeader], headers.Location, headers.RetryAfter);
    }

    private static (HttpContext Http, ApiCaller Caller) Request(ResumaiApp app, TestAccount account, string key, string environment, string path)
    {
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Request.Method = "POST";
        http.Request.Path = path;
        http.Request.Headers[IdempotencyKey.Header] = key;
        return (http, new ApiCaller(account.Id, account.KeyId, environment, Scopes.All, Tier.Free, new LimitPair(60, 1_000)));
    }

    private static IdempotentRequests Idempotent(ResumaiApp app) => app.Services.GetRequiredService<IdempotentRequests>();

    private static byte[] Fingerprint(string meaning) => System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(meaning));
}
