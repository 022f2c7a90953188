namespace Resumai.Server.Tests.Hosting;

/// <summary>One server for the tests of a class that keep to accounts of their own; it parses nothing.</summary>
public abstract class SharedServer(Engine engine) : IAsyncLifetime
{
    public ResumaiApp App { get; private set; } = null!;

    /// <summary>Nothing where the engine is missing: the tests of the class are skipped then.</summary>
    public async ValueTask InitializeAsync()
    {
        if (!engine.IsHere) return;
        App = await ResumaiApp.StartAsync(adjust: Workers.None, engine: engine);
        await FillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (App is not null) await App.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the tests find in it.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;
}

/// <summary>On SQLite.</summary>
public sealed class SharedApp() : SharedServer(Engine.Sqlite);

/// <summary>On PostgreSQL.</summary>
public sealed class SharedPostgresApp() : SharedServer(Engine.Postgres);
