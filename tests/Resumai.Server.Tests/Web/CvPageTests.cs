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
        await value.HoverAsync();
        (await place.GetAttributeAsync("class")).ShouldBe("lit");
        await visitor.Page.Locator("svg [data-at='/contact/full_name'] rect").First.HoverAsync(new LocatorHoverOptions { Force = true });
        (await place.GetAttributeAsync("class")).ShouldBe("");
        (await visitor.Page.Locator("dl [data-at='/contact/full_name']").GetAttributeAsync("class")).ShouldBe("lit");
        await value.FocusAsync();
        (await place.GetAttributeAsync("class")).ShouldBe("lit");
        await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots", "cv.png"), FullPage = true });
        (await Axe.SeriousAsync(visitor.Page)).ShouldBeEmpty();

        await using var other = await Visitor.ComeAsync(app.Address);
        await other.SignInAsync(boss, WebUsers.Password);
        await other.SeesAsync("API keys");
        await other.GoAsync($"/cvs/{id}");
        await other.SeesAsync("Nothing here");
    }
}
