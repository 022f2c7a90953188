using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.ApiKeys;
using Resumai.Server.Settings;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.ApiKeys;

public abstract class BearerKeyTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : BearerKeyTests(Engine.Sqlite);

    public sealed class OnPostgres() : BearerKeyTests(Engine.Postgres);

    [Fact]
    public async Task Without_a_key_the_answer_is_401_and_says_how_to_send_one()
    {
        await using var app = await StartAsync();

        var response = await app.Anonymous().GetAsync("account");

        await response.ShouldBeProblemAsync(401, "missing_api_key");
        response.Header("WWW-Authenticate").ShouldBe("Bearer realm=\"resumai\"");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("rsm_live_00000000000000000000000000000000000000")]
    public async Task A_mistyped_key_is_refused_without_a_look_at_the_database(string key)
    {
        await using var app = await StartAsync();
        app.Fault.FailsOn = "api_keys";

        var response = await app.Client(key).GetAsync("account");

        await response.ShouldBeProblemAsync(401, "invalid_api_key");
        response.Header("WWW-Authenticate").ShouldBe("Bearer realm=\"resumai\", error=\"invalid_token\"");
    }

    [Fact]
    public async Task A_well_formed_but_unknown_key_is_401()
    {
        await using var app = await StartAsync();

        await (await app.Client(KeyText.Create("live")).GetAsync("account")).ShouldBeProblemAsync(401, "invalid_api_key");
    }

    [Fact]
    public async Task A_key_in_the_address_is_not_a_key()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();

        await (await app.Anonymous().GetAsync($"account?api_key={account.Key}")).ShouldBeProblemAsync(401, "missing_api_key");
        await (await app.Anonymous().GetAsync($"account?access_token={account.Key}")).ShouldBeProblemAsync(401, "missing_api_key");
    }

    [Fact]
    public async Task The_scheme_is_Bearer_in_any_case_and_no_other()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();

        (await StatusAsync("bearer")).ShouldBe(200);
        (await StatusAsync("Basic")).ShouldBe(401);

        async Task<int> StatusAsync(string scheme)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "account");
            request.Headers.TryAddWithoutValidation("Authorization", $"{scheme} {account.Key}");
            return (int)(await app.Anonymous().SendAsync(request)).StatusCode;
        }
    }

    [Fact]
    public async Task A_key_without_the_scope_is_403_naming_it()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(scopes: [Scopes.FilesRead, Scopes.DataRead]);

        var body = await (await account.Http.GetAsync("account")).ShouldBeProblemAsync(403, "insufficient_scope");

        body["scope"]!.GetValue<string>().ShouldBe("account:read");
        body["detail"]!.GetValue<string>().ShouldContain("account:read");
    }

    [Fact]
    public async Task A_key_works_until_it_expires()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        var key = await app.KeyAsync(account.Id, expiresAt: app.Time.UtcNow().AddHours(1));

        (await app.Client(key.Text).GetAsync("account")).EnsureSuccessStatusCode();
        app.Time.Advance(TimeSpan.FromHours(1));

        await (await app.Client(key.Text).GetAsync("account")).ShouldBeProblemAsync(401, "expired_api_key");
    }

    [Fact]
    public async Task A_rotated_key_works_beside_its_successor_for_the_overlap_only()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(scopes: Scopes.AccountRead);
        var issuer = app.Services.GetRequiredService<KeyIssuer>();

        var successor = (await app.WriteAsync(db => issuer.RotateAsync(db, account.KeyId, TimeSpan.FromHours(2))))!;

        successor.Key.Scopes.ShouldBe(Scopes.AccountRead);
        (await account.Http.GetAsync("account")).EnsureSuccessStatusCode();
        (await app.Client(successor.Text).GetAsync("account")).EnsureSuccessStatusCode();
        (await app.WriteAsync(db => issuer.RotateAsync(db, account.KeyId, TimeSpan.FromHours(2)))).ShouldBeNull("a key has one successor");
        app.Time.Advance(TimeSpan.FromHours(2));
        await (await account.Http.GetAsync("account")).ShouldBeProblemAsync(401, "expired_api_key");
        (await app.Client(successor.Text).GetAsync("account")).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Rotation_never_prolongs_a_key()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        var key = await app.KeyAsync(account.Id, expiresAt: app.Time.UtcNow().AddMinutes(10));

        await app.WriteAsync(db => app.Services.GetRequiredService<KeyIssuer>().RotateAsync(db, key.Key.Id, TimeSpan.FromHours(2)));
        app.Time.Advance(TimeSpan.FromMinutes(10));

        await (await app.Client(key.Text).GetAsync("account")).ShouldBeProblemAsync(401, "expired_api_key");
    }

    [Fact]
    public async Task A_revoked_key_stops_at_once()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();
        (await account.Http.GetAsync("account")).EnsureSuccessStatusCode();

        (await app.WriteAsync(db => app.Services.GetRequiredService<KeyIssuer>().RevokeAsync(db, account.KeyId))).ShouldBeTrue();

        await (await account.Http.GetAsync("account")).ShouldBeProblemAsync(401, "revoked_api_key");
    }

    [Fact]
    public async Task The_database_keeps_the_hash_of_a_key_and_never_the_key()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();

        var row = await app.ReadAsync(db => db.ApiKeys.SingleAsync(k => k.Id == account.KeyId));

        row.Hash.ShouldBe(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(account.Key)));
        row.Prefix.ShouldBe(account.Key[..13]);
        foreach (var file in Directory.GetFiles(app.DataFolder))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync()).ShouldNotContain(account.Key);
        }
    }

    [Fact]
    public async Task The_last_use_is_kept_to_the_minute()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync();

        await account.Http.GetAsync("account");
        var first = await WrittenAsync(after: null);
        app.Time.Advance(TimeSpan.FromSeconds(30));
        await account.Http.GetAsync("account");
        app.Time.Advance(TimeSpan.FromSeconds(31));
        await account.Http.GetAsync("account");
        var second = await WrittenAsync(after: first);

        (second - first).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(1));

        async Task<DateTime> WrittenAsync(DateTime? after)
        {
            DateTime? last = null;
            await Eventually.TrueAsync(async () =>
            {
                last = await app.ReadAsync(db => db.ApiKeys.Where(k => k.Id == account.KeyId).Select(k => k.LastUsedAt).SingleAsync());
                return last is not null && (after is null || last > after);
            });
            return last!.Value;
        }
    }

    [Fact]
    public async Task Answers_to_test_keys_say_so_and_show_the_test_credits()
    {
        await using var app = await StartAsync();
        var account = await app.AccountAsync(credits: 3, test: true);

        var response = await account.Http.GetAsync("account");

        response.Header("X-Resumai-Environment").ShouldBe("test");
        (await response.JsonAsync())["credits"]!.GetValue<long>().ShouldBe(1_000);
        var live = await app.KeyAsync(account.Id);
        var liveResponse = await app.Client(live.Text).GetAsync("account");
        liveResponse.Header("X-Resumai-Environment").ShouldBeNull();
        (await liveResponse.JsonAsync())["credits"]!.GetValue<long>().ShouldBe(3);
    }
}
