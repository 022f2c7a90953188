using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Backups;

public abstract class BackupTests(Engine engine) : EngineTests(engine), IDisposable
{
    /// <summary>Files on disk.</summary>
    public sealed class OnSqlite() : BackupTests(Engine.Sqlite);

    /// <summary>Files in an object store, brought back under other keys.</summary>
    public sealed class OnPostgres : BackupTests, IClassFixture<S3Server>
    {
        private readonly S3Server _store;

        public OnPostgres(S3Server store) : base(Engine.Postgres)
        {
            S3Server.Require();
            _store = store;
        }

        protected override (string Key, string Value)[] Store(string name) => [.. _store.Settings, ("Files:Prefix", $"{name}/")];
    }

    private const string Owner = "owner@backup.example";
    private readonly string _place = Directory.CreateTempSubdirectory("resumai-backup-").FullName;

    private string Data => Path.Combine(_place, "data");

    private string Copy => Path.Combine(_place, "copy");

    /// <summary>The settings of a store of files that no other name has; none: the data folder.</summary>
    protected virtual (string Key, string Value)[] Store(string name) => [];

    [Fact]
    public async Task What_was_backed_up_while_uploads_went_on_is_there_again_after_all_was_lost()
    {
        var database = await Engine.CreateAsync();
        var later = await Engine.CreateAsync();
        try
        {
            var (key, before, during) = await FillAndBackUpAsync([.. database, .. Store("first")]);
            Directory.Delete(Data, recursive: true);
            (string, string)[] settings = [.. later, .. Store("second")];

            (await RunAsync(settings, "restore", Copy)).Text("engine").ShouldBe(later.Count == 0 ? "sqlite" : "postgresql");

            await using (var server = await ResumaiProcess.ServeAsync(Data, settings))
            {
                using var http = server.Client(key);
                (await LookAsync(http, before.Assets)).ShouldBe(before.Seen);
                await ShouldAddUpAsync(http, during);
                await ShouldComeBackAsync(http, before.Deleted);
                var id = await http.AcceptedAsync(Documents.Pdf());
                (await http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
            }
            var (exit, _, error) = await TryAsync(settings, "restore", Copy);
            exit.ShouldBe(1);
            error.ShouldContain("already");
        }
        finally
        {
            await Engine.DropAsync(database);
            await Engine.DropAsync(later);
        }
    }

    public void Dispose()
    {
        Directory.Delete(_place, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<(string Key, (List<Guid> Assets, string Seen, Guid Deleted) Before, List<Guid> During)> FillAndBackUpAsync((string, string)[] settings)
    {
        await RunAsync(settings, "admin", "create-account", "--email", Owner, "--credits", "50");
        var key = (await RunAsync(settings, "admin", "create-key", "--email", Owner)).Text("api_key");
        await using var server = await ResumaiProcess.ServeAsync(Data, settings);
        using var http = server.Client(key);
        var before = new List<Guid>();
        for (var i = 0; i < 3; i++) before.Add(await http.AcceptedAsync(Documents.Pdf()));
        before.Add(await http.AcceptedAsync(Documents.EncryptedPdf()));
        var deleted = await http.AcceptedAsync(Documents.Pdf());
        foreach (var id in before) await http.FinalStatusAsync(id);
        await EditAsync(http, before[0]);
        await http.FinalStatusAsync(deleted);
        (await http.DeleteAsync($"files/assets/{deleted}?undo=30d")).EnsureSuccessStatusCode();
        var seen = await LookAsync(http, before);

        var during = Enumerable.Range(0, 10).Select(_ => http.AcceptedAsync(Documents.Pdf())).ToList();
        await Task.WhenAny(during);
        var made = await RunAsync(settings, "backup", Copy);

        made["missing_files"]!.GetValue<int>().ShouldBe(0);
        made["files"]!.GetValue<int>().ShouldBeGreaterThan(before.Count);
        var (exit, _, error) = await TryAsync(settings, "backup", Copy);
        (exit, error.Trim()).ShouldBe((1, $"{Copy} is not empty."));
        return (key, (before, seen, deleted), [.. await Task.WhenAll(during)]);
    }

    /// <summary>A tag, and a corrected value.</summary>
    private static async Task EditAsync(HttpClient http, Guid id)
    {
        (await http.PatchAsJsonAsync($"files/assets/{id}", new { tags = new[] { "night" } })).EnsureSuccessStatusCode();
        using var patch = new HttpRequestMessage(HttpMethod.Patch, $"data/master/{id}")
        {
            Content = new StringContent("""[{"op":"replace","path":"/contact/full_name","value":"Ada Example"}]""", Encoding.UTF8, "application/json-patch+json"),
        };
        patch.Headers.TryAddWithoutValidation("If-Match", "*");
        (await http.SendAsync(patch)).EnsureSuccessStatusCode();
    }

    /// <summary>What was deleted with a way back before the backup still has it, and its bytes.</summary>
    private static async Task ShouldComeBackAsync(HttpClient http, Guid deleted)
    {
        ((int)(await http.GetAsync($"files/assets/{deleted}/status")).StatusCode).ShouldBe(404);
        (await http.PostAsync($"files/assets/{deleted}/restore", content: null)).EnsureSuccessStatusCode();
        (await http.GetByteArrayAsync($"files/assets/{deleted}/file")).ShouldNotBeEmpty();
        (await http.GetAsync($"data/master/{deleted}")).EnsureSuccessStatusCode();
    }

    /// <summary>All that the API tells of these assets: their rows, records, files.</summary>
    private static async Task<string> LookAsync(HttpClient http, List<Guid> assets)
    {
        var seen = new List<string>();
        var rows = (await (await http.GetAsync("data/display?limit=100")).JsonAsync())["items"]!.AsArray();
        seen.AddRange(rows.Where(r => assets.Contains(Guid.Parse(r!.Text("asset_id")))).Select(r => r!.ToJsonString()));
        foreach (var id in assets)
        {
            seen.Add((await (await http.GetAsync($"files/assets/{id}/status")).JsonAsync()).ToJsonString());
            seen.Add(Convert.ToHexString(await http.GetByteArrayAsync($"files/assets/{id}/file")));
            using var master = await http.GetAsync($"data/master/{id}");
            if (!master.IsSuccessStatusCode) continue;
            seen.Add(await master.Content.ReadAsStringAsync());
            seen.Add(await http.GetStringAsync($"data/master/{id}/revisions"));
        }
        seen.Count.ShouldBe(3 + 4 + 4 + 3 + 3);
        seen.Count(s => s.Contains("Ada Example", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(2, "a row and a record");
        return string.Join('\n', seen);
    }

    /// <summary>What was uploaded meanwhile is there as a whole or not at all, and the wallet agrees.</summary>
    private static async Task ShouldAddUpAsync(HttpClient http, List<Guid> during)
    {
        var there = 0;
        foreach (var id in during)
        {
            using var status = await http.GetAsync($"files/assets/{id}/status");
            if ((int)status.StatusCode == 404) continue;
            (await http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
            there++;
        }
        var account = await (await http.GetAsync("account")).JsonAsync();
        account["credits"]!.GetValue<long>().ShouldBe(50 - 4 - there);
        var ledger = (await (await http.GetAsync("account/ledger?limit=100")).JsonAsync())["items"]!.AsArray();
        ledger.Sum(e => e!["credits"]!.GetValue<long>()).ShouldBe(50 - 4 - there);
    }

    private async Task<JsonNode> RunAsync(IEnumerable<(string Key, string Value)> settings, params string[] arguments)
    {
        var (exit, output, error) = await TryAsync(settings, arguments);
        exit.ShouldBe(0, error);
        return JsonNode.Parse(output)!;
    }

    private Task<(int ExitCode, string Output, string Error)> TryAsync(IEnumerable<(string Key, string Value)> settings, params string[] arguments) =>
        ResumaiProcess.RunAsync([.. arguments, "--data", Data], [.. settings.Select(s => ("RESUMAI_" + s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value))]);
}
