using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Accounts;
using Resumai.Server.Audit;
using Resumai.Server.Conventions;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Admin;

using ParseResult = System.CommandLine.ParseResult;

/// <summary>One admin command: the services, the database and one write transaction, committed when the command succeeds.</summary>
internal sealed class AdminSession
{
    private readonly IServiceProvider _services;

    private AdminSession(IServiceProvider services, ServerDb db) => (_services, Db) = (services, db);

    public ServerDb Db { get; }

    public T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    private string? Output { get; set; }

    /// <summary>Writes down what the command did, in its transaction.</summary>
    public async Task NoteAsync(string action, Guid? accountId, string? subject = null, string? detail = null)
    {
        Get<AuditLog>().Add(Db, action, Actor.CommandLine, accountId, subject, detail);
        await Db.SaveChangesAsync();
    }

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

    /// <summary>The account of <c>--email</c>; null, and said so, when there is none.</summary>
    public async Task<Account?> AccountAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var account = await AccountOpening.FindAsync(Db, arguments.GetValue(AdminOptions.Email)!, cancellationToken);
        if (account is null) Refuse("There is no account with this e-mail address.");
        return account;
    }

    /// <summary>0 done, 1 refused.</summary>
    /// <exception cref="InvalidSettingsException">The settings are not valid.</exception>
    public static async Task<int> RunAsync(ParseResult arguments, Func<AdminSession, Task<bool>> command, CancellationToken cancellationToken)
    {
        var configuration = ServerConfiguration.Load(arguments.GetValue(AdminOptions.Data), urls: null);
        var settings = configuration.Reader();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddCore(configuration, settings);
        settings.ThrowIfFaulty();
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
