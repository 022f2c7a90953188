namespace Resumai.Server.Tests.Hosting;

/// <summary>One server for the tests of a class that keep to accounts of their own; it parses nothing.</summary>
public sealed class SharedApp : IAsyncLifetime
{
    public ResumaiApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await ResumaiApp.StartAsync(adjust: Workers.None);

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
