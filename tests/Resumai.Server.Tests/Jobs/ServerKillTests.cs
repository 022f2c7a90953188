using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Jobs;

public abstract class ServerKillTests(Engine engine) : EngineTests(engine)
{
    public sealed class OnSqlite() : ServerKillTests(Engine.Sqlite);

    public sealed class OnPostgres() : ServerKillTests(Engine.Postgres);

    private const int Uploads = 30;

    [Fact]
    public async Task A_server_killed_in_the_middle_of_thirty_uploads_loses_nothing_it_accepted_and_charges_once()
    {
        var data = Directory.CreateTempSubdirectory("resumai-kill-").FullName;
        var database = await Engine.CreateAsync();
        try
        {
            await KillAndRestartAsync(data, [.. database]);
        }
        finally
        {
            await Engine.DropAsync(database);
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task KillAndRestartAsync(string data, (string Key, string Value)[] database)
    {
        await RunAsync(database, "admin", "create-account", "--email", "owner@kill.example", "--credits", "100", "--data", data);
        var key = JsonNode.Parse(await RunAsync(database, "admin", "create-key", "--email", "owner@kill.example", "--data", data))!.Text("api_key");
        var files = Enumerable.Range(0, Uploads).Select(_ => Documents.Pdf()).ToList();
        var accepted = new Dictionary<int, string>();

        await using (var first = await ResumaiProcess.ServeAsync(data, [.. database, ("Queue:LeaseSeconds", "3"), ("ParseHost:Count", "2")]))
        {
            using var http = first.Client(key);
            var uploads = files.Select((file, i) => TryUploadAsync(http, file, i)).ToList();
            for (var answered = 0; answered < Uploads / 2; answered++) await Task.WhenAny(uploads.Where(u => !u.IsCompleted).DefaultIfEmpty(Task.FromResult<string?>(null)));
            var hosts = Processes.ChildrenOf(first.Id);
            hosts.ShouldNotBeEmpty();
            await first.KillAsync();
            await Eventually.TrueAsync(() => !hosts.Any(Processes.Runs));
            var bodies = await Task.WhenAll(uploads);
            for (var i = 0; i < Uploads; i++)
            {
                if (bodies[i] is { } body) accepted[i] = body;
            }
        }
        accepted.Count.ShouldBeInRange(1, Uploads);

        await using var second = await ResumaiProcess.ServeAsync(data, [.. database, ("Queue:LeaseSeconds", "3"), ("ParseHost:Count", "2")]);
        using var again = second.Client(key);
        var assets = new HashSet<Guid>();
        for (var i = 0; i < Uploads; i++)
        {
            using var response = await again.UploadAsync(files[i], $"key-{i}");
            var body = await response.Content.ReadAsStringAsync();
            ((int)response.StatusCode).ShouldBe(202, body);
            if (accepted.TryGetValue(i, out var before))
            {
                body.ShouldBe(before);
                response.Header("Idempotent-Replayed").ShouldBe("true");
            }
            assets.Add(Guid.Parse(JsonNode.Parse(body)!.Text("asset_id")));
        }
        assets.Count.ShouldBe(Uploads);
        foreach (var id in assets) (await again.FinalStatusAsync(id)).Text("status").ShouldBe("completed");

        (await (await again.GetAsync("account")).JsonAsync())["credits"]!.GetValue<int>().ShouldBe(100 - Uploads);
        await second.TerminateAsync();
        await using var app = await ResumaiApp.LookAsync(data, database);
        (await app.ReadAsync(db => db.Ledger.CountAsync(l => l.Kind == "charge"))).ShouldBe(Uploads);
        (await app.ReadAsync(db => db.Assets.CountAsync(a => a.Status == AssetStatus.Completed))).ShouldBe(Uploads);
        (await app.ReadAsync(db => db.Masters.CountAsync())).ShouldBe(Uploads);
        (await app.ReadAsync(db => db.Jobs.CountAsync())).ShouldBe(0);
    }

    /// <summary>The body of the 202; null when the server was gone before it answered.</summary>
    private static async Task<string?> TryUploadAsync(HttpClient http, byte[] file, int index)
    {
        try
        {
            using var response = await http.UploadAsync(file, $"key-{index}");
            return (int)response.StatusCode == 202 ? await response.Content.ReadAsStringAsync() : null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private static async Task<string> RunAsync((string Key, string Value)[] database, params string[] arguments)
    {
        var (exitCode, output, error) = await ResumaiProcess.RunAsync(arguments, [.. database.Select(s => ($"RESUMAI_{s.Key.Replace(":", "__", StringComparison.Ordinal)}", s.Value))]);
        exitCode.ShouldBe(0, error);
        return output;
    }
}
