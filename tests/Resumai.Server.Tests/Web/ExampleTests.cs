using Microsoft.Playwright;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

public sealed class ExampleTests(ExampleTests.Reading server) : IClassFixture<ExampleTests.Reading>
{
    /// <summary>It parses: the examples end with a record.</summary>
    public sealed class Reading : IAsyncLifetime
    {
        public ResumaiApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await ResumaiApp.StartAsync();
            await App.UserAsync(isOperator: true);
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    [Theory]
    [InlineData("curl")]
    [InlineData("C#")]
    [InlineData("TypeScript")]
    [InlineData("Python")]
    public async Task An_example_that_is_copied_from_the_developer_page_runs_as_it_stands_and_prints_the_record(string language)
    {
        Browser.Require();
        ExampleRun.Require(language);
        var account = await server.App.AccountAsync(credits: 2);
        await using var reader = await Visitor.ComeAsync(server.App.Address);
        await reader.GoAsync("/developers");
        if (language != "curl") await reader.Page.Locator("summary", new PageLocatorOptions { HasText = language }).ClickAsync();
        var example = await reader.Page.Locator($"pre[data-language='{language}']").InnerTextAsync();

        var record = await ExampleRun.RunAsync(server.App, language, example, account.Id);

        record["experience"]![0]!["employer"]!.GetValue<string>().ShouldBe("Example Bakery");
        record["evidence"]!.AsObject().ShouldContainKey("/experience/0/employer");
        (await account.CreditsAsync()).ShouldBe(1);
    }
}
