using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Audit;
using Resumai.Server.Storage;
using Resumai.Server.Web.Billing.Stripe;
using Resumai.Server.Web.Site;
using Resumai.Server.Web.Texts;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web.Billing;

/// <summary>The forms and files of buying: orders are made and cancelled, invoices are fetched.</summary>
internal static class BillingRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/account/orders", OrderAsync).RequireAuthorization(UsersSetup.Money).ExcludeFromDescription();
        app.MapPost("/account/orders/{id:guid}/cancel", CancelAsync).RequireAuthorization(UsersSetup.Money).ExcludeFromDescription();
        app.MapGet("/account/invoices/{id:guid}.pdf", (Guid id, HttpContext http, ServerDb db) => FileAsync(id, SignedIn.Of(http.User)!.AccountId, db)).RequireAuthorization(UsersSetup.Money).ExcludeFromDescription();
        app.MapGet("/admin/invoices/{id:guid}.pdf", (Guid id, ServerDb db) => FileAsync(id, accountId: null, db)).RequireAuthorization(UsersSetup.Operator).ExcludeFromDescription();
        StripeWebhook.Map(app);
    }

    /// <summary>Makes an order, and leads to the page where it is paid.</summary>
    /// <param name="order">Chosen by the page, so that a form sent twice makes one order.</param>
    private static async Task<IResult> OrderAsync(HttpContext http, [FromForm] Guid order, [FromForm] string? pack, [FromForm] string? method,
        BillingOptions options, SiteOptions site, CreditOrders orders, StripeCheckout stripe, CancellationToken cancellation)
    {
        var user = SignedIn.Of(http.User)!;
        var isKnown = method == PaymentMethod.BankTransfer ? options.Bank is not null : method == PaymentMethod.Card && options.Stripe is not null;
        if (!options.Sells || !isKnown || !long.TryParse(pack, NumberStyles.None, CultureInfo.InvariantCulture, out var credits) || site.Packs.FirstOrDefault(p => p.Credits == credits) is not { } chosen)
            return Results.LocalRedirect("/account/top-up");
        var language = Language.Of(http.Request);
        if (await orders.PlaceAsync(user.AccountId, order, chosen, method!, language, By(http)) is not { } made) return Results.LocalRedirect("/account/top-up?refused=order");
        if (made is not { Method: PaymentMethod.Card, State: OrderState.Pending }) return Results.LocalRedirect($"/account/orders/{made.Id}");
        if (await stripe.OpenAsync(made, AppTexts.In(language)["invoice.credits", AppTexts.In(language).Number(made.Credits)], cancellation) is not { } session)
        {
            // One that was opened before may still be paid.
            if (made.SessionId is null) await orders.CancelAsync(made.Id, user.AccountId, By(http));
            return Results.LocalRedirect("/account/top-up?refused=card");
        }
        await orders.NoteSessionAsync(made.Id, session.SessionId);
        return Results.Redirect(session.Page.ToString());
    }

    private static async Task<IResult> CancelAsync(HttpContext http, Guid id, [FromForm] string? _, CreditOrders orders)
    {
        await orders.CancelAsync(id, SignedIn.Of(http.User)!.AccountId, By(http));
        return Results.LocalRedirect($"/account/orders/{id}");
    }

    private static Actor By(HttpContext http) => new(SignedIn.Of(http.User)!.Email, WhoActs.AddressOf(http));

    private static async Task<IResult> FileAsync(Guid id, Guid? accountId, ServerDb db) =>
        await db.Invoices.AsNoTracking().Where(i => i.Id == id && (accountId == null || i.AccountId == accountId)).Select(i => new { i.Number, i.Pdf }).SingleOrDefaultAsync() is { } invoice
            ? Results.File(invoice.Pdf, "application/pdf", $"{invoice.Number}.pdf")
            : Results.NotFound();
}
