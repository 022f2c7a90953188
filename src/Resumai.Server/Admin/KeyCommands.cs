using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Audit;
using Resumai.Server.Settings;

namespace Resumai.Server.Admin;

/// <summary>Keys: made, listed, rotated, revoked. A key's text is printed once, when it is made.</summary>
internal static class KeyCommands
{
    public static IEnumerable<Command> All() => [CreateKey(), ListKeys(), RotateKey(), RevokeKey()];

    private static Command CreateKey()
    {
        var scopes = AdminOptions.Checked(new Option<string?>("--scopes") { Description = $"Separated by commas; all without it: {string.Join(",", Scopes.All)}." },
            value => ScopesOf(value) is { Count: > 0 } given && given.All(Scopes.All.Contains) ? null : $"must be some of {string.Join(",", Scopes.All)}");
        var test = new Option<bool>("--test") { Description = "A key of the test environment: charges nothing." };
        var name = AdminOptions.Checked(new Option<string>("--name") { Description = "To tell keys apart.", DefaultValueFactory = _ => "default" },
            value => value is { Length: >= 1 and <= 100 } ? null : "must be 1 to 100 characters");
        var days = AdminOptions.Number("--expires-in-days", "The key ends after so many days; never without it.", 1, 36_500);
        var command = new Command("create-key", "Makes an API key; it is shown this once.") { AdminOptions.Email, scopes, test, name, days, AdminOptions.Data };
        command.SetAction((arguments, stop) => AdminSession.RunAsync(arguments, async session =>
        {
            if (await session.AccountAsync(arguments, stop) is not { } account) return false;
            DateTime? end = arguments.GetValue(days) is { } count ? session.Get<TimeProvider>().UtcNow().AddDays(count) : null;
            var issued = await session.Get<KeyIssuer>().IssueAsync(session.Db, account.Id, arguments.GetValue(test) ? KeyEnvironment.Test : KeyEnvironment.Live,
                arguments.GetValue(name)!, ScopesOf(arguments.GetValue(scopes)), end, stop);
            await session.NoteAsync(AuditAction.KeyMade, account.Id, issued.Key.Name, issued.Key.Scopes);
            return session.Print(KeyForm.Issued(issued));
        }, stop));
        return command;
    }

    private static Command ListKeys()
    {
        var command = new Command("list-keys", "Prints an account's keys, newest first, never their text.") { AdminOptions.Email, AdminOptions.Data };
        command.SetAction((arguments, stop) => AdminSession.RunAsync(arguments, async session =>
        {
            if (await session.AccountAsync(arguments, stop) is not { } account) return false;
            var keys = await session.Db.ApiKeys.AsNoTracking().Where(k => k.AccountId == account.Id).OrderByDescending(k => k.CreatedAt).ThenByDescending(k => k.Id).ToListAsync(stop);
            return session.Print(new { Items = keys.Select(KeyForm.Listed) });
        }, stop));
        return command;
    }

    private static Command RotateKey()
    {
        var hours = AdminOptions.Number("--overlap-hours", "How long the old key goes on working (24).", 0, 8_760);
        var command = new Command("rotate-key", "Makes a successor with the same rights; both work for the overlap.") { AdminOptions.KeyId, hours, AdminOptions.Data };
        command.SetAction((arguments, stop) => AdminSession.RunAsync(arguments, async session =>
        {
            var rotated = await session.Get<KeyIssuer>().RotateAsync(session.Db, Guid.Parse(arguments.GetValue(AdminOptions.KeyId)!), TimeSpan.FromHours(arguments.GetValue(hours) ?? 24), stop);
            if (rotated is not { } issued) return session.Refuse("There is no such key, or it was revoked, has expired or has a successor.");
            await session.NoteAsync(AuditAction.KeyReplaced, issued.Key.AccountId, issued.Key.Name);
            return session.Print(KeyForm.Issued(issued));
        }, stop));
        return command;
    }

    private static Command RevokeKey()
    {
        var command = new Command("revoke-key", "Ends a key at once.") { AdminOptions.KeyId, AdminOptions.Data };
        command.SetAction((arguments, stop) => AdminSession.RunAsync(arguments, async session =>
        {
            var id = Guid.Parse(arguments.GetValue(AdminOptions.KeyId)!);
            if (!await session.Get<KeyIssuer>().RevokeAsync(session.Db, id, stop)) return session.Refuse("There is no such key, or it was revoked before.");
            var key = await session.Db.ApiKeys.AsNoTracking().SingleAsync(k => k.Id == id, stop);
            await session.NoteAsync(AuditAction.KeyRevoked, key.AccountId, key.Name);
            return session.Print(KeyForm.Listed(key));
        }, stop));
        return command;
    }

    private static List<string> ScopesOf(string? text) =>
        text is null ? [.. Scopes.All] : [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
