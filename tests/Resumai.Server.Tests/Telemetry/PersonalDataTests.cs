using System.Text.Json;
using System.Text.Json.Nodes;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Telemetry;

public class PersonalDataTests
{
    private const string Owner = "owner-of-keys@firma.example";
    private static readonly string[] Personal = ["wilhelmina", "quackenbosch", "mail.example", "470 11 22", "470112233", "32470", "owner-of-keys", "firma.example"];

    /// <summary>Through success, failure, refusals, a parse host that is killed, kill -9 of the server and a restart, at the level that says most.</summary>
    [Fact]
    public async Task Logs_traces_and_metrics_hold_nothing_of_a_document_its_name_its_tags_or_its_owner()
    {
        var data = Directory.CreateTempSubdirectory("resumai-personal-").FullName;
        await using var collector = await OtlpCollector.StartAsync();
        (string, string)[] settings =
        [
            ("Logs:Level", "Debug"), ("Logs:Format", "json"), ("Queue:LeaseSeconds", "3"), ("ParseHost:Count", "1"),
            ("Telemetry:Endpoint", collector.Address), ("Telemetry:Metrics", "prometheus"),
        ];
        await ResumaiProcess.RunAsync(["admin", "create-account", "--email", Owner, "--credits", "20", "--data", data]);
        var key = JsonNode.Parse((await ResumaiProcess.RunAsync(["admin", "create-key", "--email", Owner, "--data", data])).Output)!.Text("api_key");
        var seen = new List<string>();

        await using (var first = await ResumaiProcess.ServeAsync(data, settings))
        {
            using var http = first.Client(key);
            (await http.FinalStatusAsync(await UploadAsync(http, Cv()))).Text("status").ShouldBe("completed");
            (await http.FinalStatusAsync(await UploadAsync(http, Documents.EncryptedPdf()))).Text("status").ShouldBe("failed");
            await AskAsync(http);
            var killed = await UploadAsync(http, Cv());
            foreach (var host in Processes.ChildrenOf(first.Id)) await Workers.SignalAsync("KILL", host);
            (await http.FinalStatusAsync(killed)).Text("status").ShouldBe("completed");
            await UploadAsync(http, Cv());
            await first.KillAsync();
            seen.Add(first.Log);
        }
        await using (var second = await ResumaiProcess.ServeAsync(data, settings))
        {
            using var http = second.Client(key);
            (await http.FinalStatusAsync(await UploadAsync(http, Cv()))).Text("status").ShouldBe("completed");
            await AskAsync(http);
            seen.Add(await http.GetStringAsync("/metrics"));
            (await second.TerminateAsync()).ShouldBe(0, second.Log);
            seen.Add(second.Log);
        }
        var (traces, metrics) = (collector.Sent("v1/traces"), collector.Sent("v1/metrics"));

        traces.ShouldContain("POST /api/v1/files/upload");
        traces.ShouldContain("resumai.outcome");
        metrics.ShouldContain("resumai.credits.moved");
        seen[1].ShouldContain("resumai_credits_moved_total{kind=\"charge\"}");
        foreach (var text in (string[])[.. seen, traces, metrics])
        {
            foreach (var word in Personal) text.ShouldNotContain(word, Case.Insensitive);
        }
        foreach (var line in new[] { seen[0], seen[2] }.SelectMany(log => log.Split('\n')).Where(l => l.StartsWith('{'))) JsonDocument.Parse(line).Dispose();
        Directory.Delete(data, recursive: true);
    }

    private static byte[] Cv() => Documents.Pdf("Wilhelmina Quackenbosch", "wilhelmina.quackenbosch@mail.example", "+32 470 11 22 33", $"Curriculum vitae {Guid.NewGuid()}",
        "Experience", "2019 - 2023 Baker, Example Bakery, Ghent");

    private static async Task<Guid> UploadAsync(HttpClient http, byte[] file)
    {
        using var form = Uploads.Form(file, "wilhelmina-quackenbosch.pdf", locale: null, "quackenbosch");
        using var response = await http.UploadAsync(form, idempotencyKey: $"quackenbosch-{Guid.NewGuid()}");
        ((int)response.StatusCode).ShouldBe(202);
        return Guid.Parse((await response.JsonAsync()).Text("asset_id"));
    }

    /// <summary>Searches by what is personal, rightly and wrongly, and asks for addresses that are not there.</summary>
    private static async Task AskAsync(HttpClient http)
    {
        foreach (var (path, status) in new[]
        {
            ("data/display?q=quackenbosch", 200), ("data/display?quackenbosch=1", 400), ("data/display?format=quackenbosch", 400),
            ("wilhelmina/quackenbosch", 404), ("files/assets/wilhelmina-quackenbosch/status", 404),
        })
        {
            using var response = await http.GetAsync(path);
            ((int)response.StatusCode).ShouldBe(status, path);
        }
    }
}
