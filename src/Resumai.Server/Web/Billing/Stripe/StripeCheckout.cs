using System.Net.Http.Headers;
using System.Text.Json;
using Resumai.Server.Storage;
using Resumai.Server.Web.Mails;

namespace Resumai.Server.Web.Billing.Stripe;

/// <summary>Makes the page of Stripe on which an order is paid (Checkout Sessions). Two calls of one order make one page. Thread-safe.</summary>
public sealed class StripeCheckout(BillingOptions options, MailOptions mail, IHttpClientFactory clients, ILogger<StripeCheckout> log)
{
    public const string Client = "stripe";
    /// <summary>The form of what is sent and answered, whatever the account has chosen.</summary>
    private const string Version = "2024-06-20";
    /// <summary>Stripe allows half an hour to a day.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromHours(2);

    /// <param name="name">What is bought, in the buyer's words.</param>
    /// <returns>Where to send the buyer, and the session's id; null when Stripe does not answer or refuses.</returns>
    public async Task<(Uri Page, string SessionId)?> OpenAsync(CreditOrder order, string name, CancellationToken cancellation)
    {
        var stripe = options.Stripe!;
        var back = new Uri(mail.Address, $"/account/orders/{order.Id}").ToString();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(stripe.Address, "/v1/checkout/sessions"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", stripe.SecretKey);
        request.Headers.Add("Stripe-Version", Version);
        request.Headers.Add("Idempotency-Key", order.Id.ToString());
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["mode"] = "payment",
            ["client_reference_id"] = order.Id.ToString(),
            ["customer_email"] = order.By,
            ["locale"] = order.Language,
            ["success_url"] = back,
            ["cancel_url"] = back,
            // From the order, so that the same call is the same whenever it is made.
            ["expires_at"] = new DateTimeOffset(order.CreatedAt + Life).ToUnixTimeSeconds().ToString(),
            ["line_items[0][quantity]"] = "1",
            ["line_items[0][price_data][currency]"] = "eur",
            ["line_items[0][price_data][unit_amount]"] = order.GrossCents.ToString(),
            ["line_items[0][price_data][product_data][name]"] = name,
            ["payment_intent_data[description]"] = order.Reference,
        });
        try
        {
            using var client = clients.CreateClient(Client);
            using var response = await client.SendAsync(request, cancellation);
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            if (!response.IsSuccessStatusCode)
            {
                log.LogError("Stripe refused a checkout session with status {Status}.", (int)response.StatusCode);
                return null;
            }
            using var session = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
            var page = new Uri(session.RootElement.GetProperty("url").GetString()!);
            // The page's policy lets forms go there alone.
            if (page.GetLeftPart(UriPartial.Authority) == stripe.Checkout.GetLeftPart(UriPartial.Authority)) return (page, session.RootElement.GetProperty("id").GetString()!);
            log.LogError("Stripe's page lies elsewhere than Stripe:Checkout says: at {Host}.", page.Host);
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or KeyNotFoundException or UriFormatException or InvalidOperationException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            log.LogError("Stripe did not answer as expected ({Reason}).", e.GetBaseException().Message);
            return null;
        }
    }
}
