using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Resumai.Server.Settings;
using Resumai.Server.Telemetry;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Telemetry;

public class MetricsTests
{
    private static readonly (string, string)[] Scraped = [("Telemetry:Metrics", "prometheus")];

    [Fact]
    public async Task Metrics_count_jobs_by_outcome_credits_by_kind_and_time_by_stage()
    {
        await using var app = await ResumaiApp.StartAsync(Scraped);
        var account = await app.AccountAsync(credits: 5);
        var good = await account.Http.AcceptedAsync(Documents.Pdf());
        var locked = await account.Http.AcceptedAsync(Documents.EncryptedPdf());
        (await account.Http.FinalStatusAsync(good)).Text("status").ShouldBe("completed");
        var code = (await account.Http.FinalStatusAsync(locked))["error"]!.Text("code");

        var lines = await LinesAsync(app);

        lines.ShouldContain("resumai_jobs_ended_total{outcome=\"completed\"} 1");
        lines.ShouldContain($"resumai_jobs_ended_total{{outcome=\"{code}\"}} 1");
        lines.ShouldContain("resumai_credits_moved_total{kind=\"charge\"} 2");
        lines.ShouldContain("resumai_credits_moved_total{kind=\"refund\"} 1");
        lines.ShouldContain("resumai_parse_duration_seconds_count{stage=\"extract\"} 1");
        lines.ShouldContain("resumai_parse_duration_seconds_bucket{stage=\"extract\",le=\"+Inf\"} 1");
        lines.ShouldContain("resumai_job_wait_seconds_count 2");
        lines.ShouldContain("# TYPE resumai_job_duration_seconds histogram");
        lines.ShouldContain(l => l.StartsWith("http_server_request_duration_seconds_count{", StringComparison.Ordinal) && l.Contains("http_route=\"/api/v1/files/upload\"", StringComparison.Ordinal));
        // A line is a comment or a name, perhaps labels, and a number.
        lines.ShouldAllBe(l => Line.IsMatch(l));
    }

    [Fact]
    public async Task Metrics_show_what_waits_and_for_how_long()
    {
        await using var app = await ResumaiApp.StartAsync(Scraped, Workers.None);
        var account = await app.AccountAsync(credits: 5);
        await account.Http.AcceptedAsync(Documents.Pdf());
        await account.Http.AcceptedAsync(Documents.Pdf());
        app.Time.Advance(TimeSpan.FromSeconds(90));
        // The first look is at the start.
        await app.RestartAsync();

        IReadOnlyList<string> lines = [];
        await Eventually.TrueAsync(async () => (lines = await LinesAsync(app)).Contains("resumai_queue_depth{environment=\"live\"} 2"));

        lines.ShouldContain("resumai_queue_depth{environment=\"test\"} 0");
        lines.ShouldContain("resumai_queue_leased{environment=\"live\"} 0");
        var age = lines.Single(l => l.StartsWith("resumai_queue_age_seconds{environment=\"live\"}", StringComparison.Ordinal));
        double.Parse(age.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(90, 400);
    }

    [Fact]
    public async Task A_host_that_is_replaced_after_its_time_is_counted()
    {
        await using var app = await ResumaiApp.StartAsync([.. Scraped, ("ParseHost:RecycleDocuments", "1")]);
        var account = await app.AccountAsync(credits: 1);
        var id = await account.Http.AcceptedAsync(Documents.Pdf());
        await account.Http.FinalStatusAsync(id);

        (await LinesAsync(app)).ShouldContain("resumai_hosts_replaced_total{reason=\"recycled\"} 1");
    }

    [Fact]
    public async Task Metrics_answer_only_where_they_are_asked_for()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);

        using var response = await app.Anonymous().GetAsync("/metrics");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Settings_of_telemetry_that_cannot_be_are_named()
    {
        var settings = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telemetry:Endpoint"] = "collector:4318", ["Telemetry:Protocol"] = "udp", ["Telemetry:SamplePercent"] = "101", ["Telemetry:Metrics"] = "on",
        }).Build());

        TelemetryOptions.Read(settings).Collector.ShouldBeNull();

        Should.Throw<InvalidSettingsException>(settings.ThrowIfFaulty).Faults.ShouldBe(
        [
            "Telemetry:Protocol: must be one of http, grpc",
            "Telemetry:SamplePercent: must be a whole number from 0 to 100",
            "Telemetry:Metrics: must be one of off, prometheus",
            "Telemetry:Endpoint: must be like http://collector.company.example:4318",
        ]);
    }

    private static readonly Regex Line = new("^(# (HELP|TYPE) .*|[a-z_]+(\\{([a-z_]+=\"[^\"]*\",?)+\\})? -?[0-9.E+-]+)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static async Task<IReadOnlyList<string>> LinesAsync(ResumaiApp app)
    {
        using var response = await app.Anonymous().GetAsync("/metrics");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        return (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
