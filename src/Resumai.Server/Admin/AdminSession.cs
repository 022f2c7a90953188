using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Conventions;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Admin;

/// <summary>One admin command: the services, the database and one write transaction, committed when the command succeeds.</summary>
internal sealed class AdminSession
{
    private readonly IServiceProvider _services;

    private AdminSession(IServiceProvider services, ServerDb db) => (_services, Db) = (services, db);

    public ServerDb Db { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    private string? Output { get; set; }

    /// <summary>Prints after the commit: what is shown is durable.</summary>
    public bool Print(object value)
    {
        Output = JsonSerializer.Serialize(value, JsonForm.Options);
        return true;
    }

    public bool Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return false;
    }

    /// <summary>0 done, 1 refused, 2 the settings are not valid.</summary>
    public static async Task<int> RunAsync(string? data, Func<AdminSession, Task<bool>> command, CancellationToken cancellationToken)
    {
        var configuration = ServerConfiguration.Load(data, urls: null);
        var settings = configuration.Reader();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCore(configuration, settings);
        await using var provider = services.BuildServiceProvider();
        await provider.PrepareDatabaseAsync(cancellationToken);
        await using var db = await provider.GetRequiredService<IDbContextFactory<ServerDb>>().CreateDbContextAsync(cancellationToken);
        var session = new AdminSession(provider, db);
        await using var write = await db.BeginWriteAsync(cancellationToken);
        if (!await command(session)) return 1;
        await write.CommitAsync();
        if (session.Output is { } output) Console.Out.WriteLine(output);
        return 0;
    }
}
