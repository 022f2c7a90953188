using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.Assets;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;
using Resumai.Server.Tests.Web.Billing;
using Resumai.Server.Web.Access;
using Resumai.Server.Web.Billing;
using Resumai.Server.Web.Mails;
using Resumai.Server.Web.Site;
using Resumai.Server.Web.Team;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Tests.Web;

/// <summary>Every page in both themes and two widths: a picture for people in <c>artifacts/screenshots</c>, and axe-core finds nothing serious.</summary>
public sealed class PageTests(PageTests.FilledServer server) : IClassFixture<PageTests.FilledServer>
{
    /// <summary>Something on every page.</summary>
    public sealed class FilledServer : WebServer
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [.. PublicPagesTests.Named, .. BillingTestSettings.Bank.Where(s => !s.Key.StartsWith("Operator:", StringComparison.Ordinal) && s.Key != "Prices:Packs"), ("RateLimits:Free:PerDay", "5000")];

        public Guid Cv { get; private set; }
        public Guid Order { get; private set; }

        protected override async Task FillAsync()
        {
            Cv = (await App.SeedAsync(OperatorAccount, [CvCorrectionTests.Ada]))[0];
            await App.SeedAsync(OperatorAccount, [People.Zoe, People.Emile, People.Karl]);
            var gone = (await App.SeedAsync(OperatorAccount, [People.Unread]))[0];
            await App.WriteAsync(async db =>
            {
                db.SavedViews.Add(new SavedView { Id = Guid.CreateVersion7(), AccountId = OperatorAccount, Name = "Swedish speakers", Query = "?language=sv", By = Operator, SavedAt = new DateTime(2026, 5, 2, 8, 0, 0, DateTimeKind.Utc) });
                return await db.SaveChangesAsync();
            });
            await using var db = await App.Services.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync();
            await App.Services.GetRequiredService<UndoableDeletion>().DeleteAsync(db, OperatorAccount, KeyEnvironment.Live, gone, default);
            await App.WriteAsync(FillAsync);
            await App.Services.GetRequiredService<AccessRequests>().SubmitAsync(AccessForms.Of("dev@people.example"), "en");
            await BuyAsync();
        }

        private async Task BuyAsync()
        {
            await App.Services.GetRequiredService<BillingStore>().SaveAsync(OperatorAccount, BillingTestSettings.Form(), BillingTestSettings.Buyer);
            var orders = App.Services.GetRequiredService<CreditOrders>();
            foreach (var isPaid in (bool[])[true, false])
            {
                Order = (await orders.PlaceAsync(OperatorAccount, Guid.CreateVersion7(), new CreditPack(1_000, 9_000), PaymentMethod.BankTransfer, "en", BillingTestSettings.Buyer))!.Id;
                if (isPaid) await orders.ConfirmAsync(Order, BillingTestSettings.Boss);
            }
            await App.UserAsync(UserRole.Viewer, accountId: OperatorAccount);
            var boss = await App.ReadAsync(db => db.Users.Where(u => u.Email == Operator).Select(u => new SignedIn(u.Id, u.AccountId, u.Email!, u.Role, true)).SingleAsync());
            await App.Services.GetRequiredService<AccountPeople>().InviteAsync(boss, "colleague@people.example", UserRole.Member, "en", BillingTestSettings.Boss);
        }

        private async Task<int> FillAsync(ServerDb db)
        {
            var account = OperatorAccount;
            await App.Services.GetRequiredService<KeyIssuer>().IssueAsync(db, account, KeyEnvironment.Live, "Applicant tracking", Scopes.All);
            await App.Services.GetRequiredService<KeyIssuer>().IssueAsync(db, account, KeyEnvironment.Test, "Tests", [Scopes.FilesRead, Scopes.DataRead], new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));
            await App.Services.GetRequiredService<Wallet>().GrantAsync(db, account, 1_000, LedgerKind.TopUp, cents: 25_000);
            App.Services.GetRequiredService<Outbox>().Add(db, "ada@people.example", "A new password for Resumai", "Choose it here:", "/new-password");
            var today = DateOnly.FromDateTime(App.Time.GetUtcNow().UtcDateTime);
            for (var day = 1; day < 25; day++)
            {
                db.DayCounts.Add(new DayCount { AccountId = account, Day = today.AddDays(-day), Requests = 40 * day * (day % 5) });
                if (day > 12) continue;
                db.EndpointCounts.Add(new EndpointCount { AccountId = account, Day = today.AddDays(-day), Endpoint = "POST /files/upload", Requests = 14 * day * (day % 5) });
                db.EndpointCounts.Add(new EndpointCount { AccountId = account, Day = today.AddDays(-day), Endpoint = "GET /files/assets/{asset_id}/status", Requests = 20 * day * (day % 5) });
            }
            return await db.SaveChangesAsync();
        }
    }

    /// <summary>Of a window, in pixels.</summary>
    private const int Wide = 1280, Narrow = 390;

    private static readonly (string Name, string Path, bool SignedIn)[] Pages =
    [
        ("start", "/", false), ("developers", "/developers", false), ("reference", "/developers/reference", false), ("status", "/status", false),
        ("privacy", "/privacy", false), ("dpa", "/dpa", false), ("sub-processors", "/sub-processors", false), ("request-access", "/developers/request-access", false), ("sign-in", "/sign-in", false), ("forgotten-password", "/forgotten-password", false), ("closed", "/closed", false), ("not-found", "/nowhere", false),
        ("cvs", "/cvs", true), ("cvs-search", "/cvs?q=ex*&country=GB", true), ("cv", "/cvs/CV?q=baker&at=3", true), ("deleted", "/cvs/deleted", true), ("upload", "/upload", true), ("keys", "/account/keys", true), ("credits", "/account/credits", true), ("top-up", "/account/top-up", true), ("order", "/account/orders/ORDER", true), ("billing", "/account/billing", true), ("usage", "/account/usage", true), ("team", "/account/team", true), ("support", "/account/support", true), ("close", "/account/close", true), ("security", "/account/security", true), ("outbox", "/admin/outbox", true),
        ("requests", "/admin/requests", true), ("queue", "/admin/queue", true), ("failures", "/admin/failures", true), ("audit", "/admin/audit", true), ("settings", "/admin/settings", true), ("accounts", "/admin/accounts", true), ("account", "/admin/accounts/ACCOUNT", true), ("orders", "/admin/orders", true), ("invoices", "/admin/orders?state=invoices", true),
    ];

    /// <summary>A page is opened in each theme, and its window made as narrow as a phone or as wide as a desk: opened anew at each width it took half as long again.</summary>
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Pages_are_whole_and_open_to_everybody(string theme)
    {
        Browser.Require();
        await using var visitor = await Visitor.ComeAsync(server.App.Address, dark: theme == "dark");
        var faults = new List<string>();

        foreach (var (name, path, signedIn) in Pages.OrderBy(p => p.SignedIn))
        {
            if (signedIn && visitor.Page.Url.EndsWith("nowhere", StringComparison.Ordinal))
            {
                await visitor.SignInAsync(server.Operator, WebUsers.Password);
                await visitor.SeesAsync("API keys");
            }
            await visitor.GoAsync(path.Replace("ORDER", server.Order.ToString(), StringComparison.Ordinal).Replace("ACCOUNT", server.OperatorAccount.ToString(), StringComparison.Ordinal).Replace("CV", server.Cv.ToString(), StringComparison.Ordinal));
            (await visitor.Page.EvaluateAsync<string>("document.documentElement.dataset.theme")).ShouldBe(theme);
            var opened = visitor.Page.ViewportSize!.Width;
            foreach (var width in (int[])[opened, opened == Wide ? Narrow : Wide])
            {
                await visitor.ResizeAsync(width);
                var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots", $"{theme}-{width}")).FullName;
                await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
                // What stands on the page is the same in both; its colours are not.
                faults.AddRange((await Axe.SeriousAsync(visitor.Page, onlyColours: theme == "dark")).Select(f => $"{name} at {width}: {f}"));
                if (await visitor.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) faults.Add($"{name}: is wider than the window of {width}");
            }
        }

        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Fact]
    public async Task Language_and_appearance_are_chosen_and_remembered()
    {
        Browser.Require();
        await using var visitor = await Visitor.ComeAsync(server.App.Address, language: "fr-FR");
        await visitor.GoAsync("/sign-in");
        (await visitor.Page.EvaluateAsync<string>("document.documentElement.lang")).ShouldBe("fr");

        foreach (var button in (string[])["Deutsch", "Dunkle Darstellung"])
        {
            await visitor.Page.Locator("header details.drop summary").First.ClickAsync();
            await visitor.ClickAsync(button);
            await visitor.SeesAsync("Anmelden");
        }
        await visitor.GoAsync("/forgotten-password");

        (await visitor.Page.EvaluateAsync<string>("document.documentElement.lang + document.documentElement.dataset.theme")).ShouldBe("dedark");
    }

    [Fact]
    public async Task Somebody_signs_in_and_reaches_every_page_by_the_keyboard_alone()
    {
        Browser.Require();
        await using var visitor = await Visitor.ComeAsync(server.App.Address);
        await visitor.GoAsync("/sign-in");
        await visitor.Page.GetByLabel("E-mail address").FocusAsync();
        await visitor.Page.Keyboard.TypeAsync(server.Operator);
        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.TypeAsync(WebUsers.Password);
        await visitor.Page.Keyboard.PressAsync("Enter");
        await visitor.SeesAsync("API keys");
        await visitor.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        await visitor.Page.Locator("body").PressAsync("Tab");
        var seen = new List<string>();
        for (var i = 0; i < 24; i++)
        {
            seen.Add(await visitor.Page.EvaluateAsync<string>("document.activeElement.getAttribute('href') ?? document.activeElement.tagName"));
            await visitor.Page.Keyboard.PressAsync("Tab");
        }

        foreach (var link in (string[])["/account/keys", "/account/credits", "/admin/requests"]) seen.ShouldContain(link);
        seen.ShouldContain(s => s.EndsWith("#content", StringComparison.Ordinal));
    }
}
