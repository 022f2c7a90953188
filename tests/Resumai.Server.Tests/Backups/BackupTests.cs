using System.Text.Json.Nodes;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Backups;

public abstract class BackupTests(Engine engine) : EngineTests(engine), IDisposable
{
    public sealed class OnSqlite() : BackupTests(Engine.Sqlite);

    public sealed class OnPostgres() : BackupTests(Engine.Postgres);

    private const string Owner = "owner@backup.example";
    private readonly string _place = Directory.CreateTempSubdirectory("resumai-backup-").FullName;

    private string Data => Path.Combine(_place, "data");

    private string Copy => Path.Combine(_place, "copy");

    [Fact]
    public async Task What_was_backed_up_while_uploads_went_on_is_there_again_after_all_was_lost()
    {
        var database = await Engine.CreateAsync();
        var later = await Engine.CreateAsync();
        try
        {
            var (key, before, during) = await FillAndBackUpAsync([.. database]);
            Directory.Delete(Data, recursive: true);

            (await RunAsync(later, "restore", Copy)).Text("engine").ShouldBe(later.Count == 0 ? "sqlite" : "postgresql");

            await using (var server = await ResumaiProcess.ServeAsync(Data, [.. later]))
            {
                using var http = server.Client(key);
                (await LookAsync(http, before.Assets)).ShouldBe(before.Seen);
                await ShouldAddUpAsync(http, during);
                var id = await http.AcceptedAsync(Documents.Pdf());
                (await http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
            }
            var (exit, _, error) = await TryAsync(later, "restore", Copy);
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

    private async Task<(string Key, (List<Guid> Assets, string Seen) Before, List<Guid> During)> FillAndBackUpAsync((string, string)[] database)
    {
        await RunAsync(database, "admin", "create-account", "--email", Owner, "--credits", "50");
        var key = (await RunAsync(database, "admin", "create-key", "--email", Owner)).Text("api_key");
        await using var server = await ResumaiProcess.ServeAsync(Data, database);
        using var http = server.Client(key);
        var before = new List<Guid>();
        for (var i = 0; i < 3; i++) before.Add(await http.AcceptedAsync(Documents.Pdf()));
        before.Add(await http.AcceptedAsync(Documents.EncryptedPdf()));
        foreach (var id in before) await http.FinalStatusAsync(id);
        var seen = await LookAsync(http, before);

        var during = Enumerable.Range(0, 10).Select(_ => http.AcceptedAsync(Documents.Pdf())).ToList();
        await Task.WhenAny(during);
        var made = await RunAsync(database, "backup", Copy);

        made["missing_files"]!.GetValue<int>().ShouldBe(0);
        made["files"]!.GetValue<int>().ShouldBeGreaterThan(before.Count);
        var (exit, _, error) = await TryAsync(database, "backup", Copy);
        (exit, error.Trim()).ShouldBe((1, $"{Copy} is not empty."));
        return (key, (before, seen), [.. await Task.WhenAll(during)]);
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
            if (master.IsSuccessStatusCode) seen.Add(await master.Content.ReadAsStringAsync());
        }
        seen.Count.ShouldBe(3 + 4 + 4 + 3);
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
        account["credits"]!.GetValue<long>().ShouldBe(50 - 3 - there);
        var ledger = (await (await http.GetAsync("account/ledger?limit=100")).JsonAsync())["items"]!.AsArray();
        ledger.Sum(e => e!["credits"]!.GetValue<long>()).ShouldBe(50 - 3 - there);
    }

    private async Task<JsonNode> RunAsync(IEnumerable<(string Key, string Value)> database, params string[] arguments)
    {
        var (exit, output, error) = await TryAsync(database, arguments);
        exit.ShouldBe(0, error);
        return JsonNode.Parse(output)!;
    }

    private Task<(int ExitCode, string Output, string Error)> TryAsync(IEnumerable<(string Key, string Value)> database, params string[] arguments) =>
        ResumaiProcess.RunAsync([.. arguments, "--data", Data], [.. database.Select(s => ("RESUMAI_" + s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value))]);
}
