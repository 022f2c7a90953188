using Microsoft.Playwright;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

/// <summary>Pages are there before their connection is: what somebody does until then is not lost when the connection is up and another page takes their place.</summary>
public sealed class ComingAliveTests(WebServer server) : IClassFixture<WebServer>
{
    [Fact]
    public async Task The_focus_stays_on_the_link_that_the_keyboard_was_at()
    {
        await using var slow = await SlowPage.OpenAsync(server, "/cvs");
        var page = slow.Visitor.Page;
        for (var i = 0; i < 40 && await FocusAsync(page) != "/account/credits"; i++) await page.Keyboard.PressAsync("Tab");
        (await FocusAsync(page)).ShouldBe("/account/credits");

        await slow.ComeAliveAsync();

        (await FocusAsync(page)).ShouldBe("/account/credits");
        await page.Keyboard.PressAsync("Enter");
        await slow.Visitor.SeesAsync("Credits");
    }

    [Fact]
    public async Task A_menu_that_was_opened_stays_open_with_the_focus_in_it()
    {
        await using var slow = await SlowPage.OpenAsync(server, "/cvs", width: 390);
        var page = slow.Visitor.Page;
        await page.Locator("header summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        var link = await FocusAsync(page);
        link.ShouldStartWith("/");

        await slow.ComeAliveAsync();

        (await FocusAsync(page)).ShouldBe(link);
        await Assertions.Expect(page.Locator("header details").First).ToHaveAttributeAsync("open", "");
    }

    [Fact]
    public async Task What_was_typed_stays_and_goes_on_where_it_was()
    {
        await using var slow = await SlowPage.OpenAsync(server, "/cvs");
        var page = slow.Visitor.Page;
        await page.Locator("#q").FocusAsync();
        await page.Keyboard.TypeAsync("bakr");
        await page.Keyboard.PressAsync("ArrowLeft");

        await slow.ComeAliveAsync();

        await page.Keyboard.TypeAsync("e");
        await Assertions.Expect(page.Locator("#q")).ToHaveValueAsync("baker");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/cvs?q=baker**");
    }

    /// <summary>A field that a component keeps: it has to be told of what it did not see being typed.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_into_a_field_of_a_component_is_what_it_sends(bool goesOn)
    {
        var account = await server.App.AccountAsync();
        var id = await server.App.SeedAsync(account, CvCorrectionTests.Ada);
        await using var slow = await SlowPage.OpenAsync(server, $"/cvs/{id}", account);
        var page = slow.Visitor.Page;
        await page.GetByLabel("New tag").FocusAsync();
        await page.Keyboard.TypeAsync(goesOn ? "second" : "second round");

        await slow.ComeAliveAsync();

        if (goesOn) await page.Keyboard.TypeAsync(" round");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".tags .tag").Filter(new() { HasText = "second round" }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_button_that_was_pressed_does_what_it_says_and_once()
    {
        var account = await server.App.AccountAsync();
        var id = await server.App.SeedAsync(account, CvCorrectionTests.Ada);
        await using var slow = await SlowPage.OpenAsync(server, $"/cvs/{id}", account);
        var page = slow.Visitor.Page;
        await slow.Visitor.ClickAsync("Correct: Contact");
        (await page.Locator("form.edits").CountAsync()).ShouldBe(0);

        await slow.ComeAliveAsync();

        await Assertions.Expect(page.GetByLabel("Full name", new() { Exact = true })).ToBeVisibleAsync();
        await slow.Visitor.ClickAsync("Cancel");
        await Assertions.Expect(page.Locator("form.edits")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_button_that_somebody_gave_up_on_stays_as_it_is()
    {
        var account = await server.App.AccountAsync();
        var id = await server.App.SeedAsync(account, CvCorrectionTests.Ada);
        await using var slow = await SlowPage.OpenAsync(server, $"/cvs/{id}", account);
        await slow.Visitor.ClickAsync("Correct: Contact");
        await slow.Visitor.Page.Locator("#content h1").ClickAsync();

        await slow.ComeAliveAsync();

        (await slow.Visitor.Page.Locator("form.edits").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Who_had_left_a_field_is_not_brought_back()
    {
        await using var slow = await SlowPage.OpenAsync(server, "/cvs");
        var page = slow.Visitor.Page;
        await page.Locator("#q").FocusAsync();
        await page.Locator("#q").BlurAsync();

        await slow.ComeAliveAsync();

        (await page.EvaluateAsync<bool>("document.activeElement === document.body")).ShouldBeTrue();
    }

    private static Task<string> FocusAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.getAttribute('href') ?? document.activeElement.tagName");

    /// <summary>A page whose connection is kept from coming up until the test says so.</summary>
    private sealed class SlowPage : IAsyncDisposable
    {
        private readonly TaskCompletionSource _may = new();

        private SlowPage(Visitor visitor) => Visitor = visitor;

        public Visitor Visitor { get; }

        public static async Task<SlowPage> OpenAsync(WebServer server, string path, TestAccount? account = null, int width = 1280)
        {
            Browser.Require();
            var slow = new SlowPage(await server.App.VisitorAsync(account ?? await server.App.AccountAsync(), width));
            await slow.Visitor.Page.RouteAsync("**/_blazor/negotiate**", async route =>
            {
                await slow._may.Task;
                await route.ContinueAsync();
            });
            await slow.Visitor.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await slow.Visitor.Page.EvaluateAsync("document.getElementById('content').dataset.sent = ''");
            return slow;
        }

        public async Task ComeAliveAsync()
        {
            _may.TrySetResult();
            await Visitor.Page.Locator("#content:not([data-sent])").WaitForAsync();
            await Visitor.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        public ValueTask DisposeAsync()
        {
            _may.TrySetResult();
            return Visitor.DisposeAsync();
        }
    }
}
