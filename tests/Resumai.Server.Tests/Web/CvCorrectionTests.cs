using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Resumai.Master;
using Resumai.Server.Data.Corrections;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

/// <summary>What people correct on the page of one CV is what the API shows.</summary>
public sealed class CvCorrectionTests(WebServer server) : IClassFixture<WebServer>
{
    internal static readonly SeededCv Ada = new(new MasterRecord
    {
        AsOf = "2026-05-01",
        Language = "en",
        Contact = new Contact
        {
            FullName = "Ada Exampel",
            Emails = ["ada@post.example"],
            Phones = [new Phone("020 7946 0000", "+442079460000", "fixed_line")],
            Location = new Resumai.Master.Location("Leeds", City: "Leeds", CountryCode: "GB", Country: "United Kingdom"),
        },
        Experience =
        [
            new Experience { Title = "Baker", Employer = "Example Bakery", StartDate = "2021-03", IsCurrent = true, DurationMonths = 63, Highlights = ["Bread for 400 people a day"] },
            new Experience { Title = "Miller", Employer = "Example Mill", StartDate = "2015-01", EndDate = "2018-12", DurationMonths = 48 },
            new Experience { Title = "Night baker", Employer = "Example Ovens", StartDate = "2018-06", EndDate = "2019-09", DurationMonths = 16 },
        ],
        Skills = [new Skill { Name = "Kneading", Months = 63, LastUsed = "2026-05", Sources = ["skills", "experience/0"] }],
        Sections = [new SectionText("top", null, 1, "Ada Exampel"), new SectionText("certifications", "Papers", 2, "???")],
        Totals = new Totals(120, 17, null, "Baker", "Example Bakery"),
        Warnings = [new Warning("ambiguous_dates", "Some dates can be read in two ways.")],
        Confidence = 0.91,
        Text = "Ada Exampel\nBaker, Example Bakery, Leeds",
        Evidence = new Dictionary<string, Evidence>
        {
            ["/contact/full_name"] = new(0.97, 1, [[72, 60, 240, 80]], "Ada Exampel"),
            ["/contact/emails/0"] = new(0.99, 1, [[72, 90, 200, 102]], "ada@post.example"),
            ["/experience/0/title"] = new(0.93, 1, [[72, 140, 110, 152]], "Baker"),
            ["/experience/0/employer"] = new(0.9, 1, [[114, 140, 210, 152]], "Example Bakery"),
        },
    })
    {
        Filename = "ada.pdf",
    };

    [Fact]
    public async Task A_value_is_corrected_an_entry_added_and_removed_and_each_can_be_undone()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        var id = await server.App.SeedAsync(account, Ada);
        await using var visitor = await server.App.VisitorAsync(account);
        var page = visitor.Page;
        await visitor.GoAsync($"/cvs/{id}");

        await visitor.ClickAsync("Correct: Contact");
        await page.GetByLabel("Full name").FillAsync("Ada Example");
        await page.GetByLabel("Telephone 2: As printed").FillAsync("0113 496 0000");
        await page.GetByLabel("Born").FillAsync("yesterday");
        await visitor.ClickAsync("Save");
        await visitor.ReadsAsync("A date: 2019, 2019-03 or 2019-03-15.");
        (await Axe.SeriousAsync(page)).ShouldBeEmpty();
        await page.GetByLabel("Born").FillAsync("1990-04-01");
        await visitor.ClickAsync("Save");
        await visitor.SeesAsync("Ada Example");
        await Assertions.Expect(page.Locator("[data-at='/contact/full_name'] .validated")).ToContainTextAsync("it was read as: Ada Exampel");

        await visitor.ClickAsync("Add to: Skills");
        await page.GetByLabel("Name", new PageGetByLabelOptions { Exact = true }).FillAsync("Welding");
        await visitor.ClickAsync("Save");
        await visitor.ReadsAsync("Welding");
        await visitor.ClickAsync("Remove: Experience 3");
        await Assertions.Expect(page.Locator("[data-at='/experience/2/title']")).ToHaveCountAsync(0);

        var record = await MasterAsync(account, id);
        record.Contact.FullName.ShouldBe("Ada Example");
        record.Contact.Phones.Select(p => p.Raw).ShouldBe(["020 7946 0000", "0113 496 0000"]);
        record.Contact.DateOfBirth.ShouldBe("1990-04-01");
        record.Skills.Select(s => s.Name).ShouldBe(["Kneading", "Welding"]);
        record.Experience.Count.ShouldBe(2);
        record.Revision.ShouldBe(4);
        var email = await server.App.ReadAsync(db => db.Users.Where(u => u.AccountId == account.Id).Select(u => u.Email).SingleAsync());
        record.Corrections!.ShouldAllBe(c => c.By == email);
        record.Evidence!["/contact/full_name"].Validated.ShouldBeTrue();

        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "History (3)" }).ClickAsync();
        await visitor.ClickAsync("Undo change 4");
        await visitor.ReadsAsync("Night baker");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "History (4)" })).ToBeVisibleAsync();
        (await MasterAsync(account, id)).Experience.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Where_a_later_parse_differs_from_a_correction_one_of_both_is_chosen()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        var id = await server.App.SeedAsync(account, Ada);
        await using var visitor = await server.App.VisitorAsync(account);
        await visitor.GoAsync($"/cvs/{id}");
        await visitor.ClickAsync("Correct: Contact");
        await visitor.Page.GetByLabel("Full name").FillAsync("Ada Example");
        await visitor.Page.GetByLabel("Place: City").FillAsync("York");
        await visitor.ClickAsync("Save");
        await visitor.SeesAsync("Ada Example");
        await server.App.WriteAsync(async db =>
        {
            var row = await db.Masters.SingleAsync(m => m.AssetId == id);
            var contact = Ada.Record.Contact with { FullName = "A. Exampel", Location = Ada.Record.Contact.Location! with { City = "Leeds Dock" } };
            RecordEditing.Reparse(db, row, Ada.Record with { Contact = contact }, new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc));
            return await db.SaveChangesAsync();
        });

        await visitor.GoAsync($"/cvs/{id}");
        await visitor.SeesAsync("Ada Example");
        await visitor.ReadsAsync("A. Exampel");
        await visitor.Page.Locator(".conflicts .entry", new PageLocatorOptions { HasText = "Full name" }).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Keep the correction" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".conflicts .entry")).ToHaveCountAsync(1);
        await visitor.ClickAsync("Take what is read now");
        await Assertions.Expect(visitor.Page.Locator(".conflicts")).ToHaveCountAsync(0);

        var record = await MasterAsync(account, id);
        (record.Contact.FullName, record.Contact.Location!.City).ShouldBe(("Ada Example", "Leeds Dock"));
        record.Corrections!.ShouldHaveSingleItem().Conflict.ShouldBeNull();
    }

    [Fact]
    public async Task One_who_saw_an_older_record_is_told_and_another_account_can_do_nothing()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        var id = await server.App.SeedAsync(account, Ada);
        await using var visitor = await server.App.VisitorAsync(account);
        await visitor.GoAsync($"/cvs/{id}");
        await visitor.ClickAsync("Correct: Contact");
        await server.App.WriteAsync(db => db.Masters.Where(m => m.AssetId == id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Revision, 7)));
        await visitor.Page.GetByLabel("Headline").FillAsync("Baker and miller");
        await visitor.ClickAsync("Save");
        await visitor.ReadsAsync("Somebody else changed this CV meanwhile.");
        (await MasterAsync(account, id)).Contact.Headline.ShouldBeNull();
        // What they typed is there, on the record as it is now.
        await Assertions.Expect(visitor.Page.GetByLabel("Headline")).ToHaveValueAsync("Baker and miller");
        await visitor.ClickAsync("Save");
        await Assertions.Expect(visitor.Page.Locator("form.edits")).ToHaveCountAsync(0);
        (await MasterAsync(account, id)).Contact.Headline.ShouldBe("Baker and miller");

        await using var stranger = await server.App.VisitorAsync(await server.App.AccountAsync());
        await stranger.GoAsync($"/cvs/{id}");
        await stranger.SeesAsync("Nothing here");
        (await stranger.Page.APIRequest.GetAsync($"/cvs/{id}/file")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task One_goes_on_to_the_next_of_the_list_that_one_came_from_and_sees_gaps_and_why_a_part_is_empty()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        await server.App.SeedAsync(account, [Ada, People.Zoe, People.Karl, People.Emile]);
        await using var visitor = await server.App.VisitorAsync(account, width: 390);
        var page = visitor.Page;

        await visitor.GoAsync("/cvs?sort=full_name&min_confidence=0.6");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Ada Exampel" }).ClickAsync();
        await visitor.SeesAsync("Ada Exampel");
        await visitor.ReadsAsync("1 of 3");
        await Assertions.Expect(page.Locator("figcaption")).ToHaveTextAsync("Gaps: 2019-10 – 2021-02 (17 months)");
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new PageGetByRoleOptions { Name = "Posts: 3, from 2015-01 to 2026-05; gaps: 1" })).ToBeVisibleAsync();
        // A skill, and how long it was used.
        await Assertions.Expect(page.Locator("[data-at='/skills/0/months']")).ToContainTextAsync("63");
        await visitor.ReadsAsync("Under “Papers” on page 2 nothing could be told apart.");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Next" }).ClickAsync();
        await visitor.SeesAsync("émile dubois");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Next" }).ClickAsync();
        await visitor.SeesAsync("Zoë Ångström");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Next" })).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Previous" }).ClickAsync();
        await visitor.SeesAsync("émile dubois");

        await page.GetByLabel("New tag").FillAsync("second round");
        await visitor.ClickAsync("Add");
        await visitor.ReadsAsync("second round");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(page.Locator(".bar")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("Fonderie Dubois").Or(page.GetByText("Licence")).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Printed_a_cv_is_black_on_white_in_the_dark_too_whole_though_a_form_is_open_and_without_what_is_empty()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        var id = await server.App.SeedAsync(account, Ada);
        await using var visitor = await server.App.VisitorAsync(account);
        var page = visitor.Page;
        await visitor.Context.AddCookiesAsync([new Cookie { Name = "resumai_theme", Value = "dark", Url = server.App.Address.ToString() }]);
        await visitor.GoAsync($"/cvs/{id}");
        await visitor.ClickAsync("Correct: Experience 2");
        await Assertions.Expect(page.Locator("form.edits")).ToBeVisibleAsync();
        var miller = page.Locator("[data-at='/experience/1/employer']");
        await Assertions.Expect(miller).ToBeHiddenAsync();
        var empty = page.GetByText("Awards", new PageGetByTextOptions { Exact = true });
        await Assertions.Expect(empty).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(miller).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("form.edits")).ToBeHiddenAsync();
        await Assertions.Expect(empty).ToBeHiddenAsync();
        (await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor + getComputedStyle(document.querySelector('.entry dt')).color"))
            .ShouldBe("rgb(255, 255, 255)rgb(68, 68, 68)");
        (await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('.entry')).breakInside")).ShouldBe("avoid");
    }

    private static async Task<MasterRecord> MasterAsync(TestAccount account, Guid id) =>
        System.Text.Json.JsonSerializer.Deserialize(await account.Http.GetStringAsync($"data/master/{id}?include=evidence"), MasterJson.Compact.MasterRecord)!;
}
