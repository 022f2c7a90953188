using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Resumai.Server.Storage;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

public sealed class UploadTests
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patience = new() { Timeout = 120_000 };
    private static readonly PageGetByTextOptions Exact = new() { Exact = true };

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
        foreach (var width in (int[])[1280, 390])
        {
            await visitor.ResizeAsync(width);
            var pictures = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots", $"light-{width}")).FullName;
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(pictures, "upload-done.png"), FullPage = true });
            (await Axe.SeriousAsync(visitor.Page)).ShouldBeEmpty();
        }

        await visitor.Page.GetByLabel("Choose files").SetInputFilesAsync([File("again.pdf", first)]);
        await ShowsAsync("again.pdf", "You have this file already");
        // The credit of the locked one came back: two are left.
        await visitor.Page.GetByLabel("Choose files").SetInputFilesAsync([File("two.pdf", Documents.Pdf()), File("three.pdf", Documents.Pdf())]);
        await ShowsAsync("two.pdf", "Read");
        await ShowsAsync("three.pdf", "Read");
        await visitor.Page.GetByLabel("Choose files").SetInputFilesAsync([File("four.pdf", Documents.Pdf())]);
        await ShowsAsync("four.pdf", "No credits left");
        await app.WriteAsync(db => ((Resumai.Server.Accounts.Wallet)app.Services.GetService(typeof(Resumai.Server.Accounts.Wallet))!).GrantAsync(db, account, 1));
        await visitor.ClickAsync("Try again: four.pdf");
        await ShowsAsync("four.pdf", "Read");

        var key = await app.KeyAsync(account);
        var assets = await (await app.Client(key.Text).GetAsync("files/assets?status=completed&tag=Ghent&tag=night%20shift")).JsonAsync();
        assets["items"]!.AsArray().Count.ShouldBe(4);
        assets["items"]![0]!["locale"]!.GetValue<string>().ShouldBe("en_GB");

        Task ShowsAsync(string file, string text) => Assertions.Expect(visitor.Page.GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = file }).GetByText(text).First)
            .ToBeVisibleAsync(Patience);
    }

    [Fact]
    public async Task A_server_killed_while_files_are_sent_loses_none_and_the_page_goes_on_when_it_is_back()
    {
        Browser.Require();
        const int Files = 8;
        var folder = Directory.CreateTempSubdirectory("resumai-test-").FullName;
        try
        {
            var (email, account) = ("", Guid.Empty);
            await using (var before = await ResumaiApp.LookAsync(folder, []))
            {
                await before.UserAsync(isOperator: true);
                (email, account) = await before.UserAsync(credits: Files);
            }
            var server = await ResumaiProcess.ServeAsync(folder);
            await using var visitor = await Visitor.ComeAsync(server.Address);
            await visitor.SignInAsync(email, WebUsers.Password);
            await visitor.SeesAsync("API keys");
            var other = await visitor.Context.NewPageAsync();
            await other.GotoAsync("/cvs");
            await other.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await visitor.GoAsync("/upload");
            // A line slow enough to be cut: three files each half a second.
            await visitor.Page.RouteAsync("**/uploads", async route =>
            {
                await Task.Delay(500);
                await route.ContinueAsync();
            });

            await visitor.Page.GetByLabel("Choose files").SetInputFilesAsync([.. Enumerable.Range(0, Files).Select(i => File($"cv{i:00}.pdf", Documents.Pdf()))]);
            await Eventually.TrueAsync(async () => await visitor.Page.GetByText("Waits", Exact).CountAsync() is > 0 and < Files - 4);
            await server.KillAsync();
            await server.DisposeAsync();
            await visitor.ReadsAsync("goes on by itself");
            await Assertions.Expect(other.GetByText("The connection broke")).ToBeVisibleAsync(Patience);
            (await visitor.Page.GetByText("Waits", Exact).CountAsync()).ShouldBeGreaterThan(0);
            await using var again = await ResumaiProcess.ServeAsync(folder, server.Address);
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync($"{Files} of {Files} done", new LocatorAssertionsToHaveTextOptions { Timeout = Patience.Timeout });
            // A page that has a connection is opened anew.
            await Assertions.Expect(other.GetByText("The connection broke")).ToBeHiddenAsync(new LocatorAssertionsToBeHiddenOptions { Timeout = Patience.Timeout });
            await other.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "API keys" }).ClickAsync();
            await Assertions.Expect(other.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "API keys", Level = 1 })).ToBeVisibleAsync(Patience);

            await using var after = await ResumaiApp.LookAsync(folder, []);
            var assets = await after.ReadAsync(db => db.Assets.Where(a => a.AccountId == account).ToListAsync());
            assets.Select(a => a.Status).ShouldBe(Enumerable.Repeat(AssetStatus.Completed, Files));
            (await after.ReadAsync(db => db.Accounts.SingleAsync(a => a.Id == account))).Credits.ShouldBe(0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Files_go_on_being_sent_while_another_page_is_looked_at_and_what_became_of_them_is_there_when_one_comes_back()
    {
        Browser.Require();
        const int Files = 7;
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        await app.UserAsync(isOperator: true);
        var (email, account) = await app.UserAsync(credits: Files);
        await using var visitor = await Visitor.ComeAsync(app.Address);
        await visitor.SignInAsync(email, WebUsers.Password);
        await visitor.SeesAsync("API keys");
        await visitor.GoAsync("/upload");
        // None is sent on before the page has been left.
        var left = new TaskCompletionSource();
        await visitor.Page.RouteAsync("**/uploads", async route =>
        {
            await left.Task;
            await route.ContinueAsync();
        });

        await visitor.Page.GetByLabel("Choose files").SetInputFilesAsync([.. Enumerable.Range(0, Files).Select(i => File($"cv{i}.pdf", Documents.Pdf()))]);
        await Assertions.Expect(visitor.Page.GetByText("Waits", Exact)).ToHaveCountAsync(Files - 3, new LocatorAssertionsToHaveCountOptions { Timeout = Patience.Timeout });
        await FollowAsync("API keys");
        left.SetResult();
        await Eventually.TrueAsync(() => app.ReadAsync(async db => await db.Assets.CountAsync(a => a.AccountId == account) == Files));
        await FollowAsync("Upload");

        var lines = visitor.Page.GetByRole(AriaRole.Listitem).Filter(new LocatorFilterOptions { HasText = "cv" });
        await Assertions.Expect(lines.GetByText("In line")).ToHaveCountAsync(Files, new LocatorAssertionsToHaveCountOptions { Timeout = Patience.Timeout });
        left = new TaskCompletionSource();
        await visitor.Page.GetByLabel("Choose files").SetInputFilesAsync([File("cv-late.pdf", Documents.Pdf())]);
        var asked = 0;
        visitor.Page.Dialog += async (_, dialog) =>
        {
            asked++;
            await dialog.AcceptAsync();
        };
        await visitor.Page.ReloadAsync();
        await Assertions.Expect(lines.Filter(new LocatorFilterOptions { HasText = "cv-late.pdf" }).GetByText("The page was left before it was sent")).ToBeVisibleAsync(Patience);
        await Assertions.Expect(lines.GetByText("In line")).ToHaveCountAsync(Files);
        asked.ShouldBe(1, "the browser asks before a file is given up");
        await visitor.Page.Locator("header details.drop summary").Last.ClickAsync();
        (await visitor.Page.EvaluateAsync<int>("sessionStorage.length")).ShouldBe(1);
        await visitor.ClickAsync("Sign out");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Sign in" }).First).ToBeVisibleAsync(Patience);
        (await visitor.Page.EvaluateAsync<int>("sessionStorage.length")).ShouldBe(0);

        async Task FollowAsync(string link)
        {
            await visitor.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = link, Exact = true }).First.ClickAsync();
            await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Level = 1 })).ToHaveTextAsync(link, new LocatorAssertionsToHaveTextOptions { Timeout = Patience.Timeout });
        }
    }

    [Fact]
    public async Task A_folder_of_a_thousand_files_is_taken_in_at_once_and_refused_together_when_credits_end()
    {
        Browser.Require();
        await using var app = await ResumaiApp.StartAsync(adjust: Workers.None);
        await app.UserAsync(isOperator: true);
        var (email, account) = await app.UserAsync(credits: 3);
        await using var visitor = await Visitor.ComeAsync(app.Address);
        await visitor.SignInAsync(email, WebUsers.Password);
        await visitor.SeesAsync("API keys");
        await visitor.GoAsync("/upload");
        var folder = Directory.CreateTempSubdirectory("resumai-test-").FullName;
        try
        {
            await System.IO.File.WriteAllTextAsync(Path.Combine(folder, ".DS_Store"), "no document");
            for (var i = 0; i < 1000; i++) await System.IO.File.WriteAllBytesAsync(Path.Combine(folder, $"Curriculum vitae of applicant number {i:0000}.pdf"), [.. "%PDF-1.4 "u8, .. Guid.NewGuid().ToByteArray()]);

            await visitor.Page.GetByLabel("Choose a folder").SetInputFilesAsync(folder);
            await visitor.ReadsAsync("997 of 1000 done · 997 with a problem");
            await app.WriteAsync(db => ((Resumai.Server.Accounts.Wallet)app.Services.GetService(typeof(Resumai.Server.Accounts.Wallet))!).GrantAsync(db, account, 2));
            await visitor.ClickAsync("Try all again");
            await visitor.ReadsAsync("995 of 1000 done · 995 with a problem");

            (await app.ReadAsync(db => db.Assets.CountAsync(a => a.AccountId == account))).ShouldBe(5);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
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

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/pdf", Buffer = bytes };
}
