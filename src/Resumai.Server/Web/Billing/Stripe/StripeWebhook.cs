using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Audit;
using Resumai.Server.Storage;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web.Billing.Stripe;

/// <summary>
/// <c>POST /webhooks/stripe</c>: what became of a checkout session, told and signed by Stripe. It may come twice, late or in any order: what is
/// done is judged by the order's state in the database alone.
/// </summary>
internal static class StripeWebhook
{
    public const string Path = "/webhooks/stripe";
    private const string Name = "Stripe";
    private const int MostBytes = 256 * 1024;

    public static void Map(IEndpointRouteBuilder app) => app.MapPost(Path, HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(HttpRequest request, BillingOptions options, CreditOrders orders, IDbContextFactory<ServerDb> databases, TimeProvider time, ILogger<StripeCheckout> log, CancellationToken cancellation)
    {
        if (options.Stripe is not { } stripe) return Results.NotFound();
        if (await ReadAsync(request.Body, cancellation) is not { } body) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!StripeSignature.IsValid(request.Headers["Stripe-Signature"].ToString(), body, stripe.WebhookSecret, time.GetUtcNow())) return Results.BadRequest();
        if (Read(body) is not { } told) return Results.Ok();
        await using var db = await databases.CreateDbContextAsync(cancellation);
        var order = await db.CreditOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == told.OrderId && o.Method == PaymentMethod.Card, cancellation);
        if (order is null)
        {
            log.LogWarning("Stripe tells of order {Order}, which is not here: if it was paid, refund it there.", told.OrderId);
            return Results.Ok();
        }
        var by = new Actor(Name, WhoActs.AddressOf(request.HttpContext));
        if (told is { Type: "checkout.session.completed" or "checkout.session.async_payment_succeeded", IsPaid: true })
        {
            // Nobody could use the credits: the money must go back, by hand.
            if (await db.Accounts.AnyAsync(a => a.Id == order.AccountId && a.ClosedAt != null, cancellation)) log.LogError("Stripe took money for order {Reference} of a closed account: refund it there.", order.Reference);
            else if (told.Cents == order.GrossCents && told.Currency == "eur") await orders.ConfirmAsync(order.Id, by, evenCancelled: true);
            // Never credited: somebody must look.
            else log.LogError("Stripe took {Cents} {Currency} for order {Reference} of {Expected} cents; nothing was credited.", told.Cents, told.Currency, order.Reference, order.GrossCents);
        }
        else if (told.Type is "checkout.session.expired" or "checkout.session.async_payment_failed")
        {
            await orders.CancelAsync(order.Id, accountId: null, by);
        }
        return Results.Ok();
    }

    /// <summary>Null: too long.</summary>
    private static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await stream.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (body.Length + read > MostBytes) return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }

    /// <summary>Null: not about one of our checkout sessions.</summary>
    private static Told? Read(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var session = json.RootElement.GetProperty("data").GetProperty("object");
            return session.GetProperty("object").GetString() == "checkout.session" && Guid.TryParse(session.GetProperty("client_reference_id").GetString(), out var order)
                ? new Told(json.RootElement.GetProperty("type").GetString()!, order, session.GetProperty("payment_status").GetString() == "paid", session.GetProperty("amount_total").GetInt64(), session.GetProperty("currency").GetString()!)
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private sealed record Told(string Type, Guid OrderId, bool IsPaid, long Cents, string Currency);
}
