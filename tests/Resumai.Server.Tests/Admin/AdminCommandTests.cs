using System.Text.Json.Nodes;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Admin;

public sealed class AdminCommandTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("resumai-admin-").FullName;

    [Fact]
    public async Task Accounts_and_keys_are_made_listed_rotated_and_revoked_beside_a_running_server()
    {
        await using var server = await ResumaiProcess.ServeAsync(_data);

        var account = await DoneAsync("create-account", "--email", "Ada@Firma.example", "--tier", "paid", "--credits", "20");
        account["email"]!.GetValue<string>().ShouldBe("ada@firma.example");
        var made = await DoneAsync("create-key", "--email", "ada@firma.example", "--scopes", "account:read,files:read");
        var key = made["api_key"]!.GetValue<string>();
        key.ShouldStartWith("rsm_live_");
        var seen = await (await server.Client(key).GetAsync("account")).JsonAsync();
        seen["credits"]!.GetValue<long>().ShouldBe(20);
        seen["tier"]!.GetValue<string>().ShouldBe("paid");

        var rotated = await DoneAsync("rotate-key", "--key-id", made["key_id"]!.GetValue<string>(), "--overlap-hours", "0");
        (await server.Client(key).GetAsync("account")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        var successor = server.Client(rotated["api_key"]!.GetValue<string>());
        (await successor.GetAsync("account")).EnsureSuccessStatusCode();

        await DoneAsync("revoke-key", "--key-id", rotated["key_id"]!.GetValue<string>());
        (await successor.GetAsync("account")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);

        var keys = (await DoneAsync("list-keys", "--email", "ada@firma.example"))["items"]!.AsArray();
        keys.Count.ShouldBe(2);
        keys.ToJsonString().ShouldNotContain(key);
        (await server.TerminateAsync()).ShouldBe(0, server.Log);
    }

    [Fact]
    public async Task Without_a_server_they_work_as_well_and_say_what_is_wrong()
    {
        await DoneAsync("create-account", "--email", "a@firma.example", "--operator");
        (await DoneAsync("create-key", "--email", "a@firma.example", "--test"))["api_key"]!.GetValue<string>().ShouldStartWith("rsm_test_");
        (await DoneAsync("grant", "--email", "a@firma.example", "--credits", "7"))["credits"]!.GetValue<long>().ShouldBe(7);
        (await DoneAsync("set-limits", "--email", "a@firma.example", "--per-minute", "5", "--per-day", "50"))["per_minute"]!.GetValue<int>().ShouldBe(5);

        await RefusedAsync(1, "already", "create-account", "--email", "A@firma.example");
        await RefusedAsync(1, "no account", "create-key", "--email", "b@firma.example");
        await RefusedAsync(2, "scopes", "create-key", "--email", "a@firma.example", "--scopes", "files:read,nonsense");
        await RefusedAsync(2, "--email", "create-account");
        await RefusedAsync(2, "--email", "create-account", "--email", "nobody");
        await RefusedAsync(2, "tier", "create-account", "--email", "c@firma.example", "--tier", "gold");
        await RefusedAsync(2, "--credits", "create-account", "--email", "c@firma.example", "--credits", "-1");
        await RefusedAsync(1, "fewer", "grant", "--email", "a@firma.example", "--credits", "-8", "--kind", "adjustment");
        await RefusedAsync(1, "no such key", "revoke-key", "--key-id", Guid.CreateVersion7().ToString());
    }

    [Fact]
    public async Task A_first_start_tells_the_address_and_how_to_make_an_account_and_a_later_one_the_address_only()
    {
        await using (var first = await ResumaiProcess.ServeAsync(_data))
        {
            (await first.Client().GetAsync("/readyz")).EnsureSuccessStatusCode();
            await Eventually.TrueAsync(() => first.Log.Contains("create-key"));
            first.Log.ShouldContain("./resumai admin create-account");
            await first.KillAsync();
        }
        await DoneAsync("create-account", "--email", "a@firma.example");
        await using var second = await ResumaiProcess.ServeAsync(_data);
        (await second.Client().GetAsync("/readyz")).EnsureSuccessStatusCode();
        (await second.TerminateAsync()).ShouldBe(0);
        second.Log.ShouldNotContain("create-account");
    }

    [Fact]
    public async Task Settings_that_are_not_allowed_are_all_named_and_the_server_does_not_start()
    {
        await File.WriteAllTextAsync(Path.Combine(_data, "resumai.json"), """{"RateLimits": {"Free": {"PerMinute": 0}}, "Cors": {"Origins": ["*"]}, "Colour": "red"}""");

        var (exit, output, error) = await ResumaiProcess.RunAsync(["serve", "--urls", "http://127.0.0.1:0", "--data", _data], ("RESUMAI_RATELIMITS__PAID__PERDAY", "many"));

        exit.ShouldBe(2);
        output.ShouldBeEmpty();
        foreach (var key in (string[])["RateLimits:Free:PerMinute", "from 1 to", "Cors:Origins", "RateLimits:Paid:PerDay", "Colour: is not a setting"]) error.ShouldContain(key);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private async Task<JsonNode> DoneAsync(params string[] arguments)
    {
        var (exit, output, error) = await ResumaiProcess.RunAsync(["admin", .. arguments, "--data", _data]);
        exit.ShouldBe(0, error);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1, output);
        return JsonNode.Parse(output)!;
    }

    private async Task RefusedAsync(int exitCode, string says, params string[] arguments)
    {
        var (exit, output, error) = await ResumaiProcess.RunAsync(["admin", .. arguments, "--data", _data]);
        exit.ShouldBe(exitCode, error);
        output.ShouldBeEmpty();
        error.ShouldContain(says);
    }
}
