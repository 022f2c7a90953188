using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Resumai.Master;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

public sealed class CvGridTests(WebServer server) : IClassFixture<WebServer>
{
    [Fact]
    public async Task On_a_phone_no_open_menu_makes_the_page_wider()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        await server.App.SeedAsync(account, [People.Zoe]);
        await using var visitor = await server.App.VisitorAsync(account, width: 390);
        await visitor.GoAsync("/cvs");

        foreach (var name in (string[])["Saved views", "Columns", "Export"])
        {
            var menu = visitor.Page.Locator($".tools details:has(> summary:text-is('{name}'))");
            await menu.Locator("summary").ClickAsync();
            await Assertions.Expect(menu.Locator("> div")).ToBeInViewportAsync();
            (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(390, name);
            await visitor.Page.Keyboard.PressAsync("Escape");
        }
    }

    [Fact]
    public async Task Rows_are_searched_filtered_and_sorted_and_the_address_says_how()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        await server.App.SeedAsync(account, [People.Zoe, People.Emile, People.Karl]);
        await using var visitor = await server.App.VisitorAsync(account);

        await visitor.GoAsync("/cvs");
        await NamesAsync(visitor, "Karl Kessler", "émile dubois", "Zoë Ångström");
        await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Name", Exact = true }).ClickAsync();
        await NamesAsync(visitor, "émile dubois", "Karl Kessler", "Zoë Ångström");
        await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Name ↑" }).ClickAsync();
        await NamesAsync(visitor, "Zoë Ångström", "Karl Kessler", "émile dubois");

        await visitor.Page.GetByLabel("Words in the CV").FillAsync("c++");
        await SearchAsync(visitor);
        await NamesAsync(visitor, "Zoë Ångström", "émile dubois");
        await visitor.Page.GetByText("Filters", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await visitor.Page.GetByLabel("Degree, at least").SelectOptionAsync("master");
        await SearchAsync(visitor);
        await NamesAsync(visitor, "Zoë Ångström");
        visitor.Page.Url.ShouldContain("q=c%2B%2B");
        visitor.Page.Url.ShouldContain("sort=-full_name");

        await visitor.GoAsync("/cvs?country=Sweden");
        await visitor.ReadsAsync("must be a country code of two letters");
        await visitor.GoAsync("/cvs?q=nobody-has-this");
        await visitor.ReadsAsync("No CV has all of this.");
    }

    [Fact]
    public async Task A_long_list_is_scrolled_to_its_end_and_rows_without_a_value_come_last()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        await server.App.SeedAsync(account, Enumerable.Range(0, 400).Select(n => new SeededCv(new MasterRecord
        {
            Contact = new Contact { FullName = $"Person {n:000}", Location = n % 2 == 0 ? null : new Resumai.Master.Location(City: $"Town {n:000}") },
        })));
        await using var visitor = await server.App.VisitorAsync(account);

        await visitor.GoAsync("/cvs?sort=city");
        await visitor.ReadsAsync("Person 001");
        (await visitor.Page.Locator("tbody tr").CountAsync()).ShouldBeLessThan(100);
        var last = visitor.Page.Locator("tbody tr:has(a)").Last;
        for (var i = 0; i < 40 && (await last.InnerTextAsync()).Contains("Town", StringComparison.Ordinal); i++)
        {
            await visitor.Page.Locator(".tall").EvaluateAsync("e => e.scrollTop = e.scrollHeight");
            await Task.Delay(250);
        }

        // Those without a town follow by the order of their ids, which is that of their seeding.
        await Assertions.Expect(last).ToContainTextAsync("Person");
        (await last.InnerTextAsync()).ShouldNotContain("Town");
    }

    [Fact]
    public async Task What_a_search_found_is_marked_in_the_row_and_in_the_words_around_it()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        await server.App.SeedAsync(account, [People.Zoe, People.Karl]);
        await using var visitor = await server.App.VisitorAsync(account);

        await visitor.GoAsync("/cvs?q=angstrom+c%2B%2B");

        await Assertions.Expect(visitor.Page.Locator("tbody mark")).ToHaveTextAsync(["Ångström", "C++"]);
        await Assertions.Expect(visitor.Page.Locator("tbody .found")).ToContainTextAsync("Node.js och C++ Referenser");
    }

    [Fact]
    public async Task Columns_are_chosen_and_ordered_and_remembered_and_a_view_brings_its_own_back()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        await server.App.SeedAsync(account, [People.Zoe, People.Emile, People.Karl]);
        await using var visitor = await server.App.VisitorAsync(account);
        var page = visitor.Page;

        await visitor.GoAsync("/cvs?columns=full_name,city,email&sort=full_name&country=SE");
        await page.GetByText("Columns", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Move E-mail forward" }).ClickAsync();
        await HeadingsAsync(visitor, "Name ↑", "E-mail", "City");
        await page.GetByRole(AriaRole.Checkbox, new PageGetByRoleOptions { Name = "City" }).UncheckAsync();
        await HeadingsAsync(visitor, "Name ↑", "E-mail");
        page.Url.ShouldContain("columns=full_name,email");

        await page.GetByText("Saved views", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await page.GetByLabel("Name of the view").FillAsync("Swedes");
        await visitor.ClickAsync("Save what is shown");
        await visitor.ReadsAsync("Saved: Swedes");

        // Without columns in the address those chosen last hold, in another browser too.
        await using var again = await Visitor.ComeAsync(server.App.Address);
        await again.SignInAsync(await EmailAsync(account), WebUsers.Password);
        await again.SeesAsync("API keys");
        await again.GoAsync("/cvs");
        await HeadingsAsync(again, "Name", "E-mail");
        await again.Page.GetByText("Columns", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await again.ClickAsync("As at first");
        await Assertions.Expect(again.Page.Locator("thead th")).ToHaveCountAsync(13);

        await again.Page.GetByText("Saved views", new PageGetByTextOptions { Exact = true }).ClickAsync();
        var link = again.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Swedes" });
        var address = (await link.GetAttributeAsync("href"))!;
        await link.ClickAsync();
        await HeadingsAsync(again, "Name ↑", "E-mail");
        await NamesAsync(again, "Zoë Ångström");
        again.Page.Url.ShouldEndWith("/cvs?country=SE&sort=full_name&columns=full_name,email");

        // Another account has no such view.
        await using var stranger = await server.App.VisitorAsync(await server.App.AccountAsync());
        await stranger.GoAsync(address);
        await stranger.SeesAsync("Nothing here");
        await stranger.GoAsync("/cvs");
        (await stranger.Page.ContentAsync()).ShouldNotContain("Swedes");
    }

    [Fact]
    public async Task Many_are_tagged_and_deleted_at_once_and_what_was_deleted_comes_back()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        var ids = await server.App.SeedAsync(account, [People.Zoe, People.Emile, People.Karl]);
        await using var visitor = await server.App.VisitorAsync(account);
        var page = visitor.Page;

        await visitor.GoAsync("/cvs?sort=full_name");
        await page.GetByLabel("Choose Karl Kessler").CheckAsync();
        await page.GetByLabel("Choose émile dubois").CheckAsync();
        await page.GetByLabel("Tag", new PageGetByLabelOptions { Exact = true }).Last.FillAsync("second round");
        await visitor.ClickAsync("Add the tag");
        await visitor.ReadsAsync("Done with 2 CVs.");
        (await TagsAsync(account, ids)).ShouldBe(["hot,stockholm", "hot,second round", "second round"]);
        await Assertions.Expect(page.Locator("tbody tr", new PageLocatorOptions { HasText = "émile" })).ToContainTextAsync("hot; second round");
        await page.GetByLabel("Tag", new PageGetByLabelOptions { Exact = true }).Last.FillAsync("hot");
        await visitor.ClickAsync("Remove the tag");
        await Assertions.Expect(page.Locator("tbody tr", new PageLocatorOptions { HasText = "émile" })).Not.ToContainTextAsync("hot");

        await visitor.ClickAsync("Delete");
        await NamesAsync(visitor, "Zoë Ångström");
        (await account.Http.GetAsync($"data/master/{ids[2]}")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await visitor.ClickAsync("Undo");
        await visitor.ReadsAsync("2 of 2 CVs are back.");
        await NamesAsync(visitor, "émile dubois", "Karl Kessler", "Zoë Ångström");

        // All that match, and back one by one or gone for good.
        await page.GetByLabel("Choose the first 3").CheckAsync();
        await visitor.ReadsAsync("3 chosen");
        await visitor.ClickAsync("Delete");
        await visitor.ReadsAsync("3 CVs deleted.");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Deleted CVs" }).ClickAsync();
        await visitor.ClickAsync("Bring back: Kessler.pdf");
        await visitor.ReadsAsync("Kessler.pdf is back.");
        await visitor.ClickAsync("Delete for good: Ångström.pdf");
        await visitor.ClickAsync("Yes, for good");
        await visitor.ReadsAsync("Ångström.pdf is gone for good.");
        await visitor.GoAsync("/cvs");
        await NamesAsync(visitor, "Karl Kessler");
        (await server.App.ReadAsync(db => db.Assets.CountAsync(a => a.AccountId == account.Id))).ShouldBe(2);

        await using var stranger = await server.App.VisitorAsync(await server.App.AccountAsync());
        await stranger.GoAsync("/cvs/deleted");
        await stranger.ReadsAsync("Nothing was deleted in the last 30 days.");
    }

    [Fact]
    public async Task An_export_has_the_rows_and_columns_that_are_shown_and_nothing_of_another_account()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        await server.App.SeedAsync(account, [People.Zoe, People.Emile, People.Karl]);
        await using var visitor = await server.App.VisitorAsync(account);

        await visitor.GoAsync("/cvs?columns=headline,full_name&sort=-full_name&q=pdf");
        await visitor.Page.GetByText("Export", new PageGetByTextOptions { Exact = true }).ClickAsync();
        var download = await visitor.Page.RunAndWaitForDownloadAsync(() => visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "CSV" }).ClickAsync());
        // What a spreadsheet would run as a formula is text.
        (await File.ReadAllTextAsync(await download.PathAsync())).ShouldBe("headline,full_name\r\nUtvecklare,Zoë Ångström\r\n'=Koch,Karl Kessler\r\n");
        var lines = await (await visitor.Page.APIRequest.GetAsync("/cvs/export.ndjson?columns=full_name&sort=full_name")).TextAsync();
        lines.ShouldBe("{\"full_name\":\"émile dubois\"}\n{\"full_name\":\"Karl Kessler\"}\n{\"full_name\":\"Zoë Ångström\"}\n");
        (await (await visitor.Page.APIRequest.GetAsync("/cvs/export.xlsx")).BodyAsync()).Take(2).ShouldBe("PK"u8.ToArray());
        (await visitor.Page.APIRequest.GetAsync("/cvs/export.csv?columns=secret")).Status.ShouldBe(400);

        await using var stranger = await server.App.VisitorAsync(await server.App.AccountAsync());
        (await (await stranger.Page.APIRequest.GetAsync("/cvs/export.csv?columns=full_name")).TextAsync()).ShouldBe("\uFEFFfull_name\r\n");
        (await server.App.Client(key: null).GetAsync(new Uri(server.App.Address, "/cvs/export.csv"))).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_account_sees_nothing_of_it()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        await server.App.SeedAsync(account, People.Zoe);
        await using var visitor = await server.App.VisitorAsync(await server.App.AccountAsync());

        await visitor.GoAsync("/cvs?q=c%23");

        await visitor.ReadsAsync("No CV has all of this.");
        (await visitor.Page.ContentAsync()).ShouldNotContain("Ångström");
    }

    /// <summary>The first rows come with the page, before it is alive.</summary>
    private static async Task SearchAsync(Visitor visitor)
    {
        await visitor.ClickAsync("Search");
        await visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private Task<string> EmailAsync(TestAccount account) =>
        server.App.ReadAsync(db => db.Users.Where(u => u.AccountId == account.Id).Select(u => u.Email!).SingleAsync());

    private Task<List<string>> TagsAsync(TestAccount account, IReadOnlyList<Guid> ids) => server.App.ReadAsync(async db =>
    {
        var tags = await db.Assets.Where(a => a.AccountId == account.Id).ToDictionaryAsync(a => a.Id, a => a.TagsJson);
        return ids.Select(i => string.Join(',', JsonSerializer.Deserialize<string[]>(tags[i])!)).ToList();
    });

    private static Task HeadingsAsync(Visitor visitor, params string[] headings) =>
        Assertions.Expect(visitor.Page.Locator("thead th:not(.choose)")).ToHaveTextAsync(headings, new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });

    private static Task NamesAsync(Visitor visitor, params string[] names) =>
        Assertions.Expect(visitor.Page.Locator("tbody td:nth-child(2) a")).ToHaveTextAsync(names, new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });
}
