using Microsoft.Playwright;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

public sealed class UploadTests
{
    [Fact]
    public async Task Many_files_are_sent_refused_one_by_one_read_and_tried_again_without_a_reload()
    {
        Browser.Require();
        // It parses: the pages follow real work.
        await using var app = await ResumaiApp.StartAsync();
        await app.UserAsync(isOperator: true);
        var (email, account) = await app.UserAsync(credits: 3);
        await using var visitor = await Visitor.ComeAsync(app.Address);
        await visitor.SignInAsync(email, WebUsers.Password);
        await visitor.SeesAsync("API keys");
        await visitor.GoAsync("/upload");

        await visitor.Page.GetByLabel("Tags").FillAsync("night shift, Ghent");
        await visitor.Page.GetByLabel("Locale").FillAsync("en-GB");
        var first = Documents.Pdf();
        await visitor.Page.GetByLabel("Choose files").SetInputFilesAsync(
        [
            File("one.pdf", first), File("picture.pdf", Documents.Unread("gif")), File("big.pdf", [.. Documents.Pdf(), .. new byte[10_485_760]]), File("locked.pdf", Documents.EncryptedPdf()),
        ]);
        await ShowsAsync("picture.pdf", "This format is not read");
        await ShowsAsync("big.pdf", "more than 10 MB");
        await ShowsAsync("one.pdf", "Read");
        await ShowsAsync("locked.pdf", "protected by a password");
        await visitor.ReadsAsync("4 of 4 done");

        await visitor.Page.GetByLabel("Choose files").SetInputFilesAsync([File("again.pdf", first)]);
        await ShowsAsync("again.pdf", "You have this file already");
        // The credit of the locked one came back: two are left.
        await visitor.Page.GetByLabel("Choose files").SetInputFilesAsync([File("two.pdf", Documents.Pdf()), File("three.pdf", Documents.Pdf())]);
        await ShowsAsync("two.pdf", "Read");
        await ShowsAsync("three.pdf", "Read");
        await visitor.Page.GetByLabel("Choose files").SetInputFilesAsync([File("four.pdf", Documents.Pdf())]);
        await ShowsAsync("four.pdf", "No credits left");
        await app.WriteAsync(db => ((Resumai.Server.Accounts.Wallet)app.Services.GetService(typeof(Resumai.Server.Accounts.Wallet))!).GrantAsync(db, account, 1));
        await visitor.ClickAsync("Try four.pdf again");
        await ShowsAsync("four.pdf", "Read");

        var key = await app.KeyAsync(account);
        var assets = await (await app.Client(key.Text).GetAsync("files/assets?status=completed&tag=Ghent&tag=night%20shift")).JsonAsync();
        assets["items"]!.AsArray().Count.ShouldBe(4);
        assets["items"]![0]!["locale"]!.GetValue<string>().ShouldBe("en_GB");

        static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/pdf", Buffer = bytes };

        Task ShowsAsync(string file, string text) => Assertions.Expect(visitor.Page.GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = file }).GetByText(text).First)
            .ToBeVisibleAsync(new LocatorAssertionsToBeVisibleOptions { Timeout = 120_000 });
    }

    [Fact]
    public async Task An_upload_needs_the_session_and_the_token_of_its_page()
    {
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        await app.UserAsync(isOperator: true);
        using var client = new HttpClient { BaseAddress = app.Address };
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Documents.Pdf()), "file", "a.pdf" } };

        (await client.PostAsync("/uploads", form)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }
}
