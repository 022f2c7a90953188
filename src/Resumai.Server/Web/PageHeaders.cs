using Resumai.Server.Web.Billing;

namespace Resumai.Server.Web;

/// <summary>
/// What a browser may do with a page: take scripts, styles and data from this server alone, show it in no other page, tell no other site where
/// it was. Styles may stand in the page, for the components write theirs there.
/// </summary>
internal sealed class PageHeaders(RequestDelegate next, BillingOptions billing)
{
    // The form that buys credits ends at the page of the payment service, where one is configured.
    private readonly string _policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + $"object-src 'none'; base-uri 'self'; form-action 'self'{(billing.Stripe is { } stripe ? " " + stripe.Checkout.GetLeftPart(UriPartial.Authority) : "")}; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.OnStarting(static state =>
        {
            var (context, policy) = ((HttpContext, string))state;
            var (headers, request) = (context.Response.Headers, context.Request);
            headers.ContentSecurityPolicy = policy;
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            if (request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
            return Task.CompletedTask;
        }, (http, _policy));
        return next(http);
    }
}
