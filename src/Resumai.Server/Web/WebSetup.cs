using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using MudBlazor.Services;
using Resumai.Server.Assets;
using Resumai.Server.Settings;
using Resumai.Server.Storage;
using Resumai.Server.Web.Access;
using Resumai.Server.Web.Billing;
using Resumai.Server.Web.Billing.Stripe;
using Resumai.Server.Web.Closing;
using Resumai.Server.Web.Layout;
using Resumai.Server.Web.Mails;
using Resumai.Server.Web.Pages;
using Resumai.Server.Web.Pages.Account;
using Resumai.Server.Web.Pages.Admin;
using Resumai.Server.Web.Pages.Admin.Operations;
using Resumai.Server.Web.Pages.Cvs;
using Resumai.Server.Web.Pages.Cvs.Editing;
using Resumai.Server.Web.Pages.Cvs.Grid;
using Resumai.Server.Web.Pages.Cvs.Pictures;
using Resumai.Server.Web.Pages.Developers;
using Resumai.Server.Web.Site;
using Resumai.Server.Web.Team;
using Resumai.Server.Web.Texts;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web;

/// <summary>The web app: pages over the same services that the API has.</summary>
internal static class WebSetup
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ChoiceLife = TimeSpan.FromDays(365);

    public static IServiceCollection AddWebApp(this IServiceCollection services, MailOptions mail, SiteOptions site, WebKeeping keeping, BillingOptions billing)
    {
        services.AddSingleton(site).AddSingleton<ApiGuide>().AddSingleton<ApiReference>();
        services.AddSingleton(mail).AddSingleton<Outbox>().AddHostedService<MailSending>().AddHostedService<MailErasure>();
        services.AddSingleton<AccountPeople>().AddSingleton<AccountClosing>().AddHostedService<ClosedAccounts>();
        services.AddSingleton(billing).AddSingleton<Invoices>().AddSingleton<CreditOrders>().AddSingleton<BillingStore>().AddSingleton<StripeCheckout>();
        services.AddHttpClient(StripeCheckout.Client, client => client.Timeout = TimeSpan.FromSeconds(20));
        services.AddSingleton(keeping).AddHostedService<WebSweep>().AddSingleton<QueueLook>().AddSingleton<FailedDocuments>().AddSingleton<AccountConsents>();
        services.AddUsers();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "resumai_form";
            forms.Cookie.SameSite = SameSiteMode.Strict;
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // PageHeaders says it once for all.
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddScoped<AppTexts>().AddSingleton<AccountKeys>().AddSingleton<AccountUsage>().AddSingleton<CvTable>().AddSingleton<CvReading>().AddSingleton<PictureCache>().AddSingleton<PagePictures>().AddSingleton<CvEditing>().AddSingleton<CvActions>().AddSingleton<SavedViews>().AddSingleton<Neighbours>().AddSingleton<AccessRequests>().AddSingleton<AdminAccounts>().AddMudServices();
        // A phone that dozes and a busy machine are not gone yet: a page is given up after a minute of silence (browsers speak every 15 s), not after half of one.
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.ClientTimeoutInterval = Silence);
        return services;
    }

    /// <summary>Before routing: a browser that asks for what is not there gets a page.</summary>
    public static void UseNotFoundPage(this IApplicationBuilder app) =>
        app.UseWhen(WantsPage, pages => pages.UseStatusCodePagesWithReExecute("/not-found"));

    /// <summary>After routing.</summary>
    public static void UseWebApp(this IApplicationBuilder app)
    {
        app.UseWhen(http => !http.Request.Path.StartsWithSegments(ServerHost.ApiPath), pages => pages.UseMiddleware<PageHeaders>().UseMiddleware<SetupGate>());
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<SuspensionGate>();
        app.UseAntiforgery();
        // Endpoints that are bound at compile time would answer 500 to a form that is not ours.
        app.Use((http, next) =>
        {
            if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(http);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
        app.UseMiddleware<SessionCaller>();
    }

    public static void MapWebApp(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(render => render.ContentSecurityFrameAncestorsPolicy = "'none'");
        app.MapPost("/sign-out", async ([FromForm] string? _, SignInManager<User> signIns) =>
        {
            await signIns.SignOutAsync();
            return Results.LocalRedirect("/");
        }).ExcludeFromDescription();
        app.MapPost("/preferences", Choose).ExcludeFromDescription();
        CvExport.Map(app);
        GetPagePicture.Map(app);
        FailedDocuments.Map(app);
        PasskeyOptions.Map(app);
        BillingRoutes.Map(app);
        LiveReference.Map(app);
        GetFile.MapAt(app, "/cvs/{asset_id:uuid}/file").WithMetadata(new BySession()).ExcludeFromDescription();
        UploadStates.Map(app);
        UploadAsset.MapAt(app, "/uploads").WithMetadata(new BySession(Writes: true)).ExcludeFromDescription();
    }

    private static IResult Choose(HttpContext http, [FromForm] string? theme, [FromForm] string? language, [FromForm(Name = "return")] string? path)
    {
        var cookie = new CookieOptions { MaxAge = ChoiceLife, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/" };
        if (theme is "light" or "dark") http.Response.Cookies.Append(Theme.Cookie, theme, cookie);
        if (Language.Known(language) is { } known) http.Response.Cookies.Append(Language.Cookie, known, cookie);
        return Results.LocalRedirect(WebPaths.Local(path));
    }

    private static bool WantsPage(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        && !http.Request.Path.StartsWithSegments(ServerHost.ApiPath)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
