using Microsoft.Playwright;
using Resumai.Server.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Resumai.Server.Tests.Web.Browser.Ending))]

namespace Resumai.Server.Tests.Web;

/// <summary>Debian's Chromium, one for all tests, started at the first use and ended with the last.</summary>
public static class Browser
{
    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Started = new(StartAsync);

    /// <summary>
    /// Where it is; null when it is not installed. The shell is the same browser without windows of its own, which cost half of the processor time of a test.
    /// </summary>
    public static string? Program { get; } = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    /// <summary>Skips the test, or fails it, when the browser or axe-core is not installed.</summary>
    public static void Require()
    {
        Engine.Require(Program is null ? "Chromium is not installed: tools/install-packages test" : null);
        Engine.Require(Axe.Script is null ? "axe-core is not installed: npm ci --prefix tests/axe" : null);
    }

    public static async Task<IBrowser> SharedAsync() => (await Started.Value).Browser;

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-background-networking"] }));
    }

    /// <summary>The fixture of the assembly: starts nothing, and ends what tests have started.</summary>
    public sealed class Ending : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (!Started.IsValueCreated || !Started.Value.IsCompletedSuccessfully) return;
            var (driver, browser) = await Started.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }
}
