using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

public sealed class DeveloperAccessTests(ITestOutputHelper output)
{
    /// <summary>The product's aim, from the form to the record, with the operator's part in it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Somebody_asks_for_access_is_approved_and_uploads_their_first_cv()
    {
        Browser.Require();
        // It parses: the way ends with a CV that was read.
        await using var app = await ResumaiApp.StartAsync();
        var (boss, _) = await app.UserAsync(isOperator: true);
        await using var applicant = await Visitor.ComeAsync(app.Address);
        await using var operatorOfServer = await Visitor.ComeAsync(app.Address);

        var watch = Stopwatch.StartNew();
        await applicant.GoAsync("/developers/request-access");
        await FillAsync(applicant, "ada@people.example");
        await applicant.ClickAsync("Send the request");
        await applicant.ReadsAsync("answer to ada@people.example");

        await operatorOfServer.SignInAsync(boss, WebUsers.Password);
        await operatorOfServer.SeesAsync("API keys");
        await operatorOfServer.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Operator" }).First.ClickAsync();
        await operatorOfServer.SeesAsync("Requests");
        await operatorOfServer.ReadsAsync("Fill our applicant tracking");
        await operatorOfServer.Page.GetByLabel("Tier").SelectOptionAsync("paid");
        await operatorOfServer.Page.GetByLabel("Credits to begin with").FillAsync("3");
        await operatorOfServer.ClickAsync("Approve Example Works");
        await operatorOfServer.ReadsAsync("ada@people.example: Approved");
        await operatorOfServer.GoAsync("/admin/outbox");
        await operatorOfServer.ReadsAsync("Your access to Resumai");
        // The other mail tells the operator that somebody asked.
        var sent = operatorOfServer.Page.GetByRole(AriaRole.Group).Filter(new LocatorFilterOptions { HasText = "Hello Ada" });
        await sent.GetByText("Show the text").ClickAsync();
        var mail = await sent.Locator("pre.mail").InnerTextAsync();
        mail.ShouldContain("Hello Ada Example,");

        await applicant.GoAsync(new Uri(mail.Split('\n').Last(l => l.StartsWith("http", StringComparison.Ordinal))).PathAndQuery);
        await applicant.Page.GetByLabel("Password").FillAsync(WebUsers.Password);
        await applicant.ClickAsync("Begin");
        await applicant.SeesAsync("Security");
        await applicant.GoAsync("/upload");
        await applicant.Page.GetByLabel("Choose files").SetInputFilesAsync(new FilePayload { Name = "first.pdf", MimeType = "application/pdf", Buffer = Documents.Pdf() });
        await Assertions.Expect(applicant.Page.GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = "first.pdf" }).GetByText("Read", new LocatorGetByTextOptions { Exact = true }))
            .ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 120_000 });
        output.WriteLine($"from the request to the first CV that is read: {watch.Elapsed.TotalSeconds:0.0} s");
        watch.Elapsed.ShouldBeLessThan(Longest);
        await applicant.GoAsync("/account/credits");
        await applicant.SeesAsync("Credits");
        (await applicant.Page.Locator("p.big").InnerTextAsync()).ShouldBe("2");
        await applicant.GoAsync("/account/usage");
        await applicant.ReadsAsync("Your limits: 1,000,000 a minute");
        await applicant.ReadsAsync("There is a limit for each minute too: 1,000,000 requests.");

        var account = await app.ReadAsync(db => db.Accounts.Where(a => a.Email == "ada@people.example").Select(a => a.Id).SingleAsync());
        await applicant.GoAsync("/developers");
        var record = await ExampleRun.RunAsync(app, "curl", await applicant.Page.Locator("pre[data-language=curl]").InnerTextAsync(), account);
        record["contact"].ShouldNotBeNull();
        (await app.ReadAsync(db => db.Accounts.SingleAsync(a => a.Email == "ada@people.example"))).Credits.ShouldBe(1);
    }

    [Fact]
    public async Task A_faulty_form_says_which_field_is_wrong_and_a_network_that_asks_too_often_waits()
    {
        Browser.Require();
        await using var app = await ResumaiApp.StartAsync([("RateLimits:AccessRequests", "1")], Workers.None);
        await app.UserAsync(isOperator: true);
        await using var visitor = await Visitor.ComeAsync(app.Address);

        await visitor.GoAsync("/developers/request-access");
        await FillAsync(visitor, "ada@people.example");
        await visitor.Page.GetByLabel("Company").FillAsync("   ");
        await visitor.Page.GetByLabel("What do you want to do?").FillAsync("parse");
        await visitor.ClickAsync("Send the request");

        await visitor.ReadsAsync("Please look at the marked fields once more.");
        await visitor.ReadsAsync("Between 10 and 2,000 characters.");
        (await visitor.Page.Locator("[aria-invalid=true]").CountAsync()).ShouldBe(2);
        (await visitor.Page.GetByLabel("Your name").InputValueAsync()).ShouldBe("Ada Example");
        (await Axe.SeriousAsync(visitor.Page)).ShouldBeEmpty();

        // Faulty ones do not count.
        await FillAsync(visitor, "ada@people.example");
        await visitor.ClickAsync("Send the request");
        await visitor.ReadsAsync("answer to ada@people.example");
        await visitor.GoAsync("/developers/request-access");
        await FillAsync(visitor, "bob@people.example");
        await visitor.ClickAsync("Send the request");
        await visitor.ReadsAsync("Too many requests came from your network. Try again in 60 minutes.");
    }

    private static async Task FillAsync(Visitor visitor, string email)
    {
        var form = AccessForms.Of(email);
        await visitor.Page.GetByLabel("Your name").FillAsync(form.Name!);
        await visitor.Page.GetByLabel("E-mail address").FillAsync(form.Email!);
        await visitor.Page.GetByLabel("Company").FillAsync(form.Company!);
        await visitor.Page.GetByLabel("What do you want to do?").FillAsync(form.UseCase!);
        await visitor.Page.GetByLabel("CVs a month").SelectOptionAsync(form.Volume!);
        await visitor.Page.GetByLabel("What do you integrate with?").FillAsync(form.Tooling!);
    }
}
