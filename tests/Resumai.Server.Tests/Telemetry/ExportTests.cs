using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Telemetry;

public sealed class ExportTests
{
    [Theory]
    [InlineData("http", "v1/traces", "v1/metrics")]
    [InlineData("grpc", "opentelemetry.proto.collector.trace.v1.TraceService/Export", "opentelemetry.proto.collector.metrics.v1.MetricsService/Export")]
    public async Task Traces_and_metrics_reach_a_collector(string protocol, string traces, string metrics)
    {
        await using var collector = await OtlpCollector.StartAsync(grpc: protocol == "grpc");
        await using (var app = await ResumaiApp.StartAsync([("Telemetry:Endpoint", collector.Address), ("Telemetry:Protocol", protocol)]))
        {
            var account = await app.AccountAsync(credits: 1);
            (await account.Http.FinalStatusAsync(await account.Http.AcceptedAsync(Documents.Pdf()))).Text("status").ShouldBe("completed");
        }

        // A server that stops sends what it still has.
        foreach (var name in (string[])["POST /api/v1/files/upload", "resumai.outcome", "normalize"]) collector.Sent(traces).ShouldContain(name);
        foreach (var name in (string[])["resumai.credits", "http.server.request.duration"]) collector.Sent(metrics).ShouldContain(name);
    }
}
