using Microsoft.Playwright;
using Resumai.Master;
using Resumai.Server.Tests.Data;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

public sealed class CvGridTests(WebServer server) : IClassFixture<WebServer>
{
    [Fact]
    public async Task Rows_are_searched_filtered_and_sorted_and_the_address_says_how()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        await server.App.SeedAsync(account, [People.Zoe, People.Emile, People.Karl]);
        await using var visitor = await SignInAsync(account);

        await visitor.GoAsync("/cvs");
        await NamesAsync(visitor, "Karl Kessler", "émile dubois", "Zoë Ångström");
        await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Name", Exact = true }).ClickAsync();
        await NamesAsync(visitor, "émile dubois", "Karl Kessler", "Zoë Ångström");
        await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Name ↑" }).ClickAsync();
        await NamesAsync(visitor, "Zoë Ångström", "Karl Kessler", "émile dubois");

        await visitor.Page.GetByLabel("Words in the CV").FillAsync("c++");
        await visitor.ClickAsync("Search");
        await NamesAsync(visitor, "Zoë Ångström", "émile dubois");
        await visitor.Page.GetByText("Filters", new PageGetByTextOptions { Exact = true }).ClickAsync();
        await visitor.Page.GetByLabel("Degree, at least").SelectOptionAsync("master");
        await visitor.ClickAsync("Search");
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
        await using var visitor = await SignInAsync(account);

        await visitor.GoAsync("/cvs?sort=city");
        await visitor.ReadsAsync("Person 001");
        (await visitor.Page.Locator("tbody tr").CountAsync()).ShouldBeLessThan(100);
        for (var i = 0; i < 40 && !await visitor.Page.GetByText("Person 398").IsVisibleAsync(); i++)
        {
            await visitor.Page.Locator(".tall").EvaluateAsync("e => e.scrollTop = e.scrollHeight");
            await Task.Delay(250);
        }

        // Those without a town follow by the order of their ids, which is that of their seeding.
        await Assertions.Expect(visitor.Page.Locator("tbody tr:has(a)").Last).ToContainTextAsync("Person");
        (await visitor.Page.Locator("tbody tr:has(a)").Last.InnerTextAsync()).ShouldNotContain("Town");
    }

    [Fact]
    public async Task Another_account_sees_nothing_of_it()
    {
        Browser.Require();
        var account = await server.App.AccountAsync();
        await server.App.SeedAsync(account, People.Zoe);
        await using var visitor = await SignInAsync(await server.App.AccountAsync());

        await visitor.GoAsync("/cvs?q=c%23");

        await visitor.ReadsAsync("No CV has all of this.");
        (await visitor.Page.ContentAsync()).ShouldNotContain("Ångström");
    }

    private async Task<Visitor> SignInAsync(TestAccount account)
    {
        var (email, _) = await server.App.UserAsync(accountId: account.Id);
        var visitor = await Visitor.ComeAsync(server.App.Address);
        await visitor.SignInAsync(email, WebUsers.Password);
        await visitor.SeesAsync("API keys");
        return visitor;
    }

    private static Task NamesAsync(Visitor visitor, params string[] names) =>
        Assertions.Expect(visitor.Page.Locator("tbody td:first-child a")).ToHaveTextAsync(names, new LocatorAssertionsToHaveTextOptions { Timeout = 60_000 });
}
