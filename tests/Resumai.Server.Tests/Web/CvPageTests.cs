using Microsoft.Playwright;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

public sealed class CvPageTests
{
    [Fact]
    public async Task A_value_and_its_place_on_the_page_light_up_together_and_another_account_finds_nothing()
    {
        Browser.Require();
        // A document that is really read: its evidence is the parser's.
        await using var app = await ResumaiApp.StartAsync();
        var (boss, _) = await app.UserAsync(isOperator: true);
        var account = await app.AccountAsync(credits: 1);
        var (email, _) = await app.UserAsync(accountId: account.Id);
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(Documents.Pdf("Ada Beispiel", "ada.beispiel@post.example", "Experience", "2019 - 2023 Baker, Example Bakery, Ghent")), "file", "ada.pdf" },
        };
        var id = Guid.Parse((await (await account.Http.PostAsync("files/upload", form)).JsonAsync()).Text("asset_id"));
        (await account.Http.FinalStatusAsync(id)).Text("status").ShouldBe("completed");
        await using var visitor = await Visitor.ComeAsync(app.Address);
        await visitor.SignInAsync(email, WebUsers.Password);
        await visitor.SeesAsync("API keys");

        await visitor.GoAsync("/cvs");
        await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Ada Beispiel" }).ClickAsync();
        await visitor.SeesAsync("Ada Beispiel");
        var value = visitor.Page.Locator("dl [data-at='/contact/emails/0']");
        var place = visitor.Page.Locator("svg [data-at='/contact/emails/0']");
        // The page as it is printed, drawn within the sandbox, under the places of its values.
        // The first one waits for what draws to start.
        await Assertions.Expect(visitor.Page.Locator("svg.sheet.drawn image")).ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 60_000 });
        (await visitor.Page.Locator("svg.sheet").GetAttributeAsync("viewBox")).ShouldStartWith("0 0 59");
        var picture = $"/cvs/{id}/pages/1.png";
        (await AnswerAsync(visitor, picture)).ShouldBe("200 image/png private, max-age=300 1190");
        (await AnswerAsync(visitor, $"/cvs/{id}/pages/2.png")).ShouldStartWith("404");
        await value.HoverAsync();
        (await place.GetAttributeAsync("class")).ShouldBe("lit");
        await visitor.Page.Locator("svg [data-at='/contact/full_name'] rect").First.HoverAsync(new LocatorHoverOptions { Force = true });
        (await place.GetAttributeAsync("class")).ShouldBe("");
        (await visitor.Page.Locator("dl [data-at='/contact/full_name']").GetAttributeAsync("class")).ShouldBe("lit");
        await value.FocusAsync();
        (await place.GetAttributeAsync("class")).ShouldBe("lit");
        // The page is one stop of the keyboard: arrows go from place to place, Enter to the value.
        await visitor.Page.Locator("svg.sheet").FocusAsync();
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        await visitor.Page.Keyboard.PressAsync("ArrowDown");
        var chosen = visitor.Page.Locator("svg [aria-selected=true]").First;
        var at = (await chosen.GetAttributeAsync("data-at"))!;
        at.ShouldStartWith("/contact/");
        await visitor.Page.Keyboard.PressAsync("Enter");
        (await visitor.Page.EvaluateAsync<string>("document.activeElement.dataset.at")).ShouldBe(at);
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots", "cv.png"), FullPage = true });
        (await Axe.SeriousAsync(visitor.Page)).ShouldBeEmpty();

        await using var other = await Visitor.ComeAsync(app.Address);
        await other.SignInAsync(boss, WebUsers.Password);
        await other.SeesAsync("API keys");
        await other.GoAsync($"/cvs/{id}");
        await other.SeesAsync("Nothing here");
        (await AnswerAsync(other, picture)).ShouldStartWith("404");
        await using var nobody = await Visitor.ComeAsync(app.Address);
        await nobody.GoAsync("/sign-in");
        (await AnswerAsync(nobody, picture)).ShouldStartWith("401");

        (await account.Http.DeleteAsync($"files/assets/{id}")).EnsureSuccessStatusCode();
        (await AnswerAsync(visitor, picture)).ShouldStartWith("404");
    }

    /// <summary>Status, type, caching and width of a picture, past the browser's own cache.</summary>
    private static Task<string> AnswerAsync(Visitor visitor, string path) => visitor.Page.EvaluateAsync<string>("""
        async path => {
          const answer = await fetch(path, { cache: 'no-store' });
          const width = answer.ok ? (await createImageBitmap(await answer.blob())).width : 0;
          return `${answer.status} ${answer.headers.get('content-type')} ${answer.headers.get('cache-control')} ${width}`;
        }
        """, path);
}
