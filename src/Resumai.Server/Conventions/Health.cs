using Microsoft.EntityFrameworkCore;
using Resumai.Server.Errors;
using Resumai.Server.Storage;

namespace Resumai.Server.Conventions;

/// <summary><c>/healthz</c> and <c>/readyz</c>: 200 when requests can be served, 503 while stopping or without a database.</summary>
public static class Health
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/healthz", Healthy).ExcludeFromDescription();
        app.MapGet("/readyz", ReadyAsync).ExcludeFromDescription();
    }

    private static IResult Healthy(IHostApplicationLifetime life) =>
        life.ApplicationStopping.IsCancellationRequested ? ApiErrors.Unavailable.Problem().RetryAfter(5) : Results.Text("ok");

    private static async Task<IResult> ReadyAsync(IHostApplicationLifetime life, ServerDb db, ILogger<ServerDb> log, CancellationToken cancellationToken)
    {
        try
        {
            await db.Accounts.AnyAsync(cancellationToken);
            return Healthy(life);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The database does not answer.");
            return ApiErrors.Unavailable.Problem().RetryAfter(5);
        }
    }
}
