using Microsoft.EntityFrameworkCore;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Audit;

/// <summary>Who acts.</summary>
/// <param name="By">An e-mail address; empty when it is not known.</param>
/// <param name="Address">Of the network; null from the server's own machine.</param>
public sealed record Actor(string By, string? Address)
{
    /// <summary>Whoever may run programs on the server's machine.</summary>
    public static Actor CommandLine { get; } = new("command line", null);
}

/// <summary>Writes down who did what, when, on what, from where. Thread-safe.</summary>
public sealed class AuditLog(IDbContextFactory<ServerDb> databases, TimeProvider time)
{
    private const int Longest = 500;

    /// <summary>Adds an entry to what the caller saves: it is there when the deed is, and only then.</summary>
    /// <param name="action">One of <see cref="AuditAction"/>.</param>
    /// <param name="subject">Cut at 500 characters, as is <paramref name="detail"/>.</param>
    public void Add(ServerDb db, string action, Actor actor, Guid? accountId, string? subject = null, string? detail = null) => db.AuditEntries.Add(new AuditEntry
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        At = time.UtcNow(),
        By = Cut(actor.By)!,
        Address = actor.Address,
        Action = action,
        AccountId = accountId,
        Subject = Cut(subject),
        Detail = Cut(detail),
    });

    /// <summary>Writes an entry by itself, for what has no transaction of ours.</summary>
    public async Task WriteAsync(string action, Actor actor, Guid? accountId, string? subject = null, string? detail = null)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var write = await db.BeginWriteAsync();
        Add(db, action, actor, accountId, subject, detail);
        await db.SaveChangesAsync();
        await write.CommitAsync();
    }

    private static string? Cut(string? text) => text is { Length: > Longest } ? text[..Longest] : text;
}
