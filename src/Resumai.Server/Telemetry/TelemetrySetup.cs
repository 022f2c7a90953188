using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Resumai.Server.Telemetry;

public static class TelemetrySetup
{
    /// <summary>Meters of ASP.NET Core and the runtime that are sent along; their tags are routes, methods and codes.</summary>
    internal static readonly string[] Meters = [ServerMeter.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <param name="serves">Whether this server answers the API; one that only works leaves the queue's gauges to those that do.</param>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, TelemetryOptions options, bool serves)
    {
        services.AddMetrics().AddSingleton<ServerMeter>();
        if (options.Scrape) services.AddSingleton<PrometheusText>();
        if (serves && options.Measures) services.AddHostedService<QueueWatch>();
        if (options.Collector is not null) services.AddExport(options);
        return services;
    }

    public static void MapTelemetry(this WebApplication app, TelemetryOptions options)
    {
        if (!options.Scrape) return;
        // Made now, so that it hears of everything from the first request on.
        var metrics = app.Services.GetRequiredService<PrometheusText>();
        app.MapGet("/metrics", () => Results.Text(metrics.Scrape(), PrometheusText.ContentType)).ExcludeFromDescription();
    }

    private static void AddExport(this IServiceCollection services, TelemetryOptions options)
    {
        var version = typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3);
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("resumai", serviceVersion: version))
            .WithTracing(traces => traces.AddSource(ServerTraces.Parses, ServerTraces.Requests)
                .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.SampleRatio)))
                .AddOtlpExporter(otlp => Send(otlp, options, "v1/traces")))
            .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter(otlp => Send(otlp, options, "v1/metrics")));
    }

    private static void Send(OtlpExporterOptions otlp, TelemetryOptions options, string path)
    {
        otlp.Protocol = options.Grpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        otlp.Endpoint = options.Grpc ? options.Collector! : new Uri(options.Collector!.ToString().TrimEnd('/') + "/" + path);
        if (options.Headers is { } headers) otlp.Headers = headers;
    }
}
