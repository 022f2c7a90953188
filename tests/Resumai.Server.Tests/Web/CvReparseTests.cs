using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Resumai.Master;
using Resumai.Server.Data.Corrections;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

/// <summary><i>Read again</i> on the page of one CV, by a real worker and parse host.</summary>
public sealed class CvReparseTests : IAsyncLifetime
{
    private ResumaiApp _app = null!;
    private TestAccount _account = null!;
    private Visitor _visitor = null!;
    private Guid _id;

    private IPage Page => _visitor.Page;

    /// <summary>Somebody looks at a CV that was really read.</summary>
    public async ValueTask InitializeAsync()
    {
        Browser.Require();
        _app = await ResumaiApp.StartAsync();
        await _app.UserAsync(isOperator: true);
        _account = await _app.AccountAsync(credits: 1);
        _id = await _account.Http.AcceptedAsync(Documents.Pdf("Ada Beispiel", "ada.beispiel@post.example", "Experience", "2019 - 2023 Baker, Example Bakery, Ghent"));
        (await _account.Http.FinalStatusAsync(_id)).Text("status").ShouldBe("completed");
        _visitor = await _app.VisitorAsync(_account);
        await _visitor.GoAsync($"/cvs/{_id}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_visitor is not null) await _visitor.DisposeAsync();
        if (_app is not null) await _app.DisposeAsync();
    }

    [Fact]
    public async Task What_was_corrected_stays_and_nothing_is_asked_where_the_parser_reads_the_same()
    {
        await CorrectAsync("Contact", "Full name", "Ada Exempel");

        await _visitor.ClickAsync("Read again");
        await HistoryAsync(2);

        await _visitor.SeesAsync("Ada Exempel");
        await Assertions.Expect(Page.Locator(".conflicts")).ToHaveCountAsync(0);
        await Assertions.Expect(Page.Locator("[data-at='/contact/full_name'] .validated")).ToContainTextAsync("it was read as: Ada Beispiel");
        var record = await MasterAsync();
        (record.Contact.FullName, record.Revision).ShouldBe(("Ada Exempel", 3));
        record.Corrections!.ShouldHaveSingleItem().Conflict.ShouldBeNull();
        (await _account.CreditsAsync()).ShouldBe(0, "it is free");
        // And it can be corrected on.
        await CorrectAsync("Contact", "Headline", "Baker of bread");
        (await MasterAsync()).Contact.ShouldSatisfyAllConditions(c => c.FullName.ShouldBe("Ada Exempel"), c => c.Headline.ShouldBe("Baker of bread"));
    }

    [Fact]
    public async Task What_an_earlier_parser_had_read_otherwise_is_shown_and_taken_or_kept_and_undone_and_not_asked_again()
    {
        await CorrectAsync("Contact", "Full name", "Ada Exempel");
        await CorrectAsync("Experience 1", "Employer", "Exempel Bakery");
        await ReadBefore("Ada Beis", "Bakery");

        await _visitor.ClickAsync("Read again");

        await Assertions.Expect(Page.Locator(".conflicts .entry")).ToHaveCountAsync(2, Patience);
        await _visitor.SeesAsync("Ada Exempel");
        foreach (var width in (int[])[1280, 390])
        {
            await Page.SetViewportSizeAsync(width, 800);
            await Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots", $"cv-conflicts-{width}.png"), FullPage = true });
            (await Axe.SeriousAsync(Page)).ShouldBeEmpty();
        }
        await Conflict("Full name").GetByText("Ada Beispiel").First.WaitForAsync();
        await Conflict("Employer").GetByText("Example Bakery").First.WaitForAsync();
        await Conflict("Full name").GetByRole(AriaRole.Button, new() { Name = "Take what is read now" }).ClickAsync();
        await _visitor.SeesAsync("Ada Beispiel");
        await Conflict("Employer").GetByRole(AriaRole.Button, new() { Name = "Keep the correction" }).ClickAsync();
        await Assertions.Expect(Page.Locator(".conflicts")).ToHaveCountAsync(0, new() { Timeout = Patience.Timeout });

        var record = await MasterAsync();
        (record.Contact.FullName, record.Experience[0].Employer, record.Revision).ShouldBe(("Ada Beispiel", "Exempel Bakery", 6));
        var kept = record.Corrections!.ShouldHaveSingleItem();
        (kept.Pointer, kept.Conflict, kept.Parsed!.ToString()).ShouldBe(("/experience/0/employer", null, "Example Bakery"));

        // What was taken is put back, and the other stays as it was decided.
        await HistoryAsync(5);
        await Page.GetByRole(AriaRole.Heading, new() { Name = "History (5)" }).ClickAsync();
        await _visitor.ClickAsync("Undo change 5");
        await _visitor.SeesAsync("Ada Exempel");
        await _visitor.ClickAsync("Read again");
        await HistoryAsync(7);
        await Assertions.Expect(Page.Locator(".conflicts")).ToHaveCountAsync(0);
        record = await MasterAsync();
        (record.Contact.FullName, record.Experience[0].Employer).ShouldBe(("Ada Exempel", "Exempel Bakery"));
        record.Corrections!.ShouldAllBe(c => c.Conflict == null);
    }

    [Fact]
    public async Task What_is_being_typed_stays_while_the_document_is_read_again_and_is_saved_on_what_was_read()
    {
        await CorrectAsync("Contact", "Full name", "Ada Exempel");
        await ReadBefore("Ada Beis", "Bakery");
        await _visitor.GoAsync($"/cvs/{_id}");
        await _visitor.ClickAsync("Correct: Experience 1");
        var title = Page.GetByLabel("Title", new() { Exact = true });
        await title.FillAsync("Master baker");
        await _visitor.ClickAsync("Add to: Skills");
        var name = Page.GetByLabel("Name", new() { Exact = true });
        await name.FillAsync("Kneading");

        await _visitor.ClickAsync("Read again");
        await HistoryAsync(2);

        await Assertions.Expect(title).ToHaveValueAsync("Master baker");
        await Assertions.Expect(name).ToHaveValueAsync("Kneading");
        // The employer is read otherwise now, and the form has what is read.
        await Assertions.Expect(Page.GetByLabel("Employer", new() { Exact = true })).ToHaveValueAsync("Example Bakery");
        await _visitor.ReadsAsync("What you typed is still here");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots", "cv-typed-while-read.png"), FullPage = true });
        await Page.GetByRole(AriaRole.Form, new() { Name = "Correct: Experience" }).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await HistoryAsync(3);
        await Assertions.Expect(name).ToHaveValueAsync("Kneading");
        await _visitor.ClickAsync("Save");
        await HistoryAsync(4);

        var record = await MasterAsync();
        (record.Experience[0].Title, record.Experience[0].Employer, record.Skills[^1].Name).ShouldBe(("Master baker", "Example Bakery", "Kneading"));
    }

    private static LocatorAssertionsToHaveCountOptions Patience => new() { Timeout = (float)TimeSpan.FromMinutes(1).TotalMilliseconds };

    private ILocator Conflict(string name) => Page.Locator(".conflicts .entry", new() { HasText = name });

    /// <summary>Waits until so many changes are listed.</summary>
    private Task HistoryAsync(int changes) =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = $"History ({changes})" })).ToBeVisibleAsync(new() { Timeout = Patience.Timeout });

    private async Task CorrectAsync(string part, string field, string value)
    {
        await _visitor.ClickAsync($"Correct: {part}");
        await Page.GetByLabel(field, new() { Exact = true }).FillAsync(value);
        await _visitor.ClickAsync("Save");
        await Assertions.Expect(Page.Locator("form.edits")).ToHaveCountAsync(0, Patience);
        await _visitor.ReadsAsync(value);
    }

    /// <summary>Makes it so that a parser of another day had read these: in the record as parsed, and in the corrections, which say what they were made against.</summary>
    private Task ReadBefore(string name, string employer) => _app.WriteAsync(async db =>
    {
        var row = await db.Masters.SingleAsync(m => m.AssetId == _id);
        var now = CorrectedRecord.Of(row);
        var parsed = now.Parsed with
        {
            Contact = now.Parsed.Contact with { FullName = name },
            Experience = [now.Parsed.Experience[0] with { Employer = employer }, .. now.Parsed.Experience.Skip(1)],
        };
        // What nobody has corrected is shown as it was parsed.
        var shown = now.Current;
        if (shown.Experience[0].Employer == "Example Bakery") shown = shown with { Experience = parsed.Experience };
        var corrections = shown.Corrections!.Select(c => c with { Parsed = c.Pointer == "/contact/full_name" ? name : employer });
        (row.Record, row.Parsed) = new CorrectedRecord(parsed, shown with { Corrections = [.. corrections] }).Pack();
        return await db.SaveChangesAsync();
    });

    private async Task<MasterRecord> MasterAsync() =>
        System.Text.Json.JsonSerializer.Deserialize(await _account.Http.GetStringAsync($"data/master/{_id}"), MasterJson.Compact.MasterRecord)!;
}
