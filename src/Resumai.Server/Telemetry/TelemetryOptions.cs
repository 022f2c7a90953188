using Resumai.Server.Settings;

namespace Resumai.Server.Telemetry;

/// <param name="Collector">Base address of a collector that speaks OTLP; null: nothing is sent.</param>
/// <param name="Grpc">Over gRPC; else protobuf over HTTP.</param>
/// <param name="Headers">Sent with each export, as <c>name=value,name=value</c>.</param>
/// <param name="SampleRatio">The part of uploads without a sampled caller that is traced, 0–1.</param>
/// <param name="Scrape">Whether <c>/metrics</c> answers.</param>
public sealed record TelemetryOptions(Uri? Collector, bool Grpc, string? Headers, double SampleRatio, bool Scrape)
{
    private const string EndpointKey = "Telemetry:Endpoint";

    /// <summary>Whether anybody hears of what is measured.</summary>
    public bool Measures => Collector is not null || Scrape;

    public static TelemetryOptions Read(SettingsReader settings)
    {
        var (endpoint, headers) = (settings.Text(EndpointKey, ""), settings.Text("Telemetry:Headers", ""));
        var grpc = settings.OneOf("Telemetry:Protocol", "http", "http", "grpc") == "grpc";
        var percent = settings.Integer("Telemetry:SamplePercent", 100, 0, 100);
        var scrape = settings.OneOf("Telemetry:Metrics", "off", "off", "prometheus") == "prometheus";
        var isAddress = Uri.TryCreate(endpoint, UriKind.Absolute, out var collector) && collector.Scheme is "http" or "https";
        if (endpoint.Length > 0 && !isAddress) settings.Fault(EndpointKey, "must be like http://collector.company.example:4318");
        return new TelemetryOptions(isAddress ? collector : null, grpc, headers.Length == 0 ? null : headers, percent / 100.0, scrape);
    }
}
