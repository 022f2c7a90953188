using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Resumai.Server.Tests.Web;

/// <summary>Somebody with a browser of their own. When they leave, the test fails if a page asked another host for anything or wrote an error to the console.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _server;
    private readonly ConcurrentQueue<string> _elsewhere = new();
    private readonly ConcurrentQueue<string> _errors = new();

    private Visitor(IBrowserContext context, IPage page, Uri server) => (_context, Page, _server) = (context, page, server);

    public IPage Page { get; }

    public IBrowserContext Context => _context;

    /// <param name="width">Of the window, in pixels: 390 is a phone.</param>
    public static async Task<Visitor> ComeAsync(Uri server, int width = 1280, string language = "en", bool dark = false)
    {
        var browser = await Browser.SharedAsync();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = server.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = HeightOf(width) },
            Locale = language,
            ReducedMotion = ReducedMotion.Reduce,
        });
        if (dark) await context.AddCookiesAsync([new Cookie { Name = "resumai_theme", Value = "dark", Url = server.ToString() }]);
        context.SetDefaultTimeout((float)TimeSpan.FromMinutes(1).TotalMilliseconds);
        var visitor = new Visitor(context, await context.NewPageAsync(), server);
        context.Request += (_, request) => visitor.Note(request.Url);
        visitor.Page.WebSocket += (_, socket) => visitor.Note(socket.Url);
        visitor.Page.Console += (_, message) =>
        {
            // A refused form and a page that is not there are what the test is about.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) visitor._errors.Enqueue(message.Text);
        };
        visitor.Page.PageError += (_, error) => visitor._errors.Enqueue(error);
        return visitor;
    }

    /// <summary>Makes the window as wide as told, and waits until the page has taken its new shape.</summary>
    public async Task ResizeAsync(int width)
    {
        if (Page.ViewportSize!.Width == width) return;
        await Page.SetViewportSizeAsync(width, HeightOf(width));
        // Components hear of it a tenth of a second later, when they are asked from the server, and draw themselves anew.
        await Page.WaitForTimeoutAsync(300);
    }

    private static int HeightOf(int width) => width < 600 ? 844 : 800;

    /// <summary>Opens a page and waits until it is alive.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    public async Task SignInAsync(string email, string password)
    {
        await GoAsync("/sign-in");
        await Page.GetByLabel("E-mail address").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(password);
        await ClickAsync("Sign in");
    }

    /// <summary>Presses the button with this name.</summary>
    public Task ClickAsync(string button) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).ClickAsync();

    /// <summary>Waits for the page with this heading, until it is alive.</summary>
    public async Task SeesAsync(string heading)
    {
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = heading, Level = 1 })).ToBeVisibleAsync(Patience);
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    public Task ReadsAsync(string text) => Assertions.Expect(Page.GetByText(text).Filter(new LocatorFilterOptions { Visible = true }).First).ToBeVisibleAsync(Patience);

    private static LocatorAssertionsToBeVisibleOptions Patience => new() { Timeout = (float)TimeSpan.FromMinutes(1).TotalMilliseconds };

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        _elsewhere.ShouldBeEmpty();
        _errors.ShouldBeEmpty();
    }

    private void Note(string url)
    {
        var uri = new Uri(url);
        if (uri.Scheme is "data" or "blob" || (uri.Host == _server.Host && uri.Port == _server.Port)) return;
        _elsewhere.Enqueue(url);
    }
}
