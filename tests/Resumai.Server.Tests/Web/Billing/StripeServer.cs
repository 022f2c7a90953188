using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Resumai.Server.Tests.Web.Billing;

/// <summary>Answers the one call that is made as Stripe's API does, over HTTP, and shows a page to pay on.</summary>
internal sealed class StripeServer : IAsyncDisposable
{
    public const string Key = "sk_test_example", Secret = "whsec_example";
    private readonly ConcurrentDictionary<string, Dictionary<string, string>> _sessions = new();
    private readonly WebApplication _app;

    private StripeServer(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>Whether it answers as it should; else with an error.</summary>
    public bool IsBroken { get; set; }

    /// <summary>What was asked for, by session.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string>> Sessions => _sessions;

    public static async Task<StripeServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var stripe = new StripeServer(app);
        app.MapPost("/v1/checkout/sessions", stripe.OpenAsync);
        app.MapGet("/c/pay/{id}", () => Results.Content("<!DOCTYPE html><html lang=\"en\"><title>Pay</title><h1>Pay by card</h1></html>", "text/html"));
        await app.StartAsync();
        return stripe;
    }

    public IEnumerable<(string Key, string Value)> Settings => [("Stripe:SecretKey", Key), ("Stripe:WebhookSecret", Secret), ("Stripe:Address", Address), ("Stripe:Checkout", Address)];

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task<IResult> OpenAsync(HttpRequest request)
    {
        if (IsBroken) return Results.StatusCode(500);
        if (request.Headers.Authorization != $"Bearer {Key}") return Results.StatusCode(401);
        var form = (await request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString());
        // The same key, the same answer.
        var id = $"cs_test_{request.Headers["Idempotency-Key"]}";
        _sessions.TryAdd(id, form);
        return Results.Text(JsonSerializer.Serialize(new { id, @object = "checkout.session", url = $"{Address}/c/pay/{id}" }), "application/json");
    }
}
