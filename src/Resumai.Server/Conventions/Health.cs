using System.Text.Json.Nodes;
using Resumai.Hosting;
using Resumai.Server.Errors;
using Resumai.Server.Jobs.Hosts;

namespace Resumai.Server.Conventions;

/// <summary>
/// <c>/healthz</c>: 200 while the process takes requests. <c>/readyz</c>: 200 when they can be served, 503 while stopping or without an engine
/// that they need; either way it names each engine and whether it answers. Ready, it says what confines parse hosts: null where none is up here.
/// </summary>
public static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", Healthy).ExcludeFromDescription();
        app.MapGet("/readyz", ReadyAsync).ExcludeFromDescription();
    }

    private static IResult Healthy(IHostApplicationLifetime life) =>
        life.ApplicationStopping.IsCancellationRequested ? ApiErrors.Unavailable.Problem().RetryAfter(5) : Results.Text("ok");

    private static async Task<IResult> ReadyAsync(
        IHostApplicationLifetime life, EngineStates looking, ParseHostPool hosts, CancellationToken cancellationToken)
    {
        var engines = await looking.LookAsync(cancellationToken);
        var states = new JsonObject(engines.Select(e => KeyValuePair.Create<string, JsonNode?>(
            e.Check.Need, new JsonObject { ["engine"] = e.Check.Engine, ["status"] = e.Answers ? "up" : "down" })));
        return life.ApplicationStopping.IsCancellationRequested || engines.Any(e => !e.Answers && !e.Check.IsDispensable)
            ? ApiErrors.Unavailable.Problem().With("engines", states).RetryAfter(5)
            : Results.Json(new JsonObject { ["status"] = "ready", ["engines"] = states, ["sandbox"] = hosts.Sandbox?.Name() }, JsonForm.Options);
    }
}
