using System.CommandLine;
using Resumai.Server.Accounts;
using Resumai.Server.Audit;
using Resumai.Server.RateLimits;
using Resumai.Server.Storage;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Admin;

/// <summary>Accounts, their credits and their limits.</summary>
internal static class AccountCommands
{
    public static IEnumerable<Command> All() => [CreateAccount(), Invite(), Grant(), SetLimits()];

    private static Command CreateAccount()
    {
        var tier = AdminOptions.OneOf("--tier", "The rate limits: free or paid.", Tier.Free, Tier.Paid);
        var credits = AdminOptions.Number("--credits", "Credits to begin with.", 0, Wallet.MostMoved);
        var isOperator = new Option<bool>("--operator") { Description = "May operate the server in the web app." };
        var command = new Command("create-account", "Opens an account.") { AdminOptions.Email, tier, credits, isOperator, AdminOptions.Data };
        command.SetAction((arguments, stop) => AdminSession.RunAsync(arguments, async session =>
        {
            var opened = await session.Get<AccountOpening>().OpenAsync(session.Db, arguments.GetValue(AdminOptions.Email)!, arguments.GetValue(tier) ?? Tier.Free,
                arguments.GetValue(credits) ?? 0, arguments.GetValue(isOperator), stop);
            if (opened is not { } account) return session.Refuse("There is an account with this e-mail address already.");
            var path = await session.Get<Invitations>().ForAccountAsync(session.Db, account.Id, account.Email, UserRole.Owner, stop);
            await session.NoteAsync(AuditAction.AccountOpened, account.Id, account.Email);
            return session.Print(new { AccountId = account.Id, account.Email, account.Tier, account.Credits, Operator = account.IsOperator, InvitationPath = path });
        }, stop));
        return command;
    }

    private static Command Invite()
    {
        var command = new Command("invite", "Makes a link with which the account's owner sets up their sign-in; it works once, for seven days.") { AdminOptions.Email, AdminOptions.Data };
        command.SetAction((arguments, stop) => AdminSession.RunAsync(arguments, async session =>
        {
            if (await session.AccountAsync(arguments, stop) is not { } account) return false;
            var path = await session.Get<Invitations>().ForAccountAsync(session.Db, account.Id, account.Email, UserRole.Owner, stop);
            await session.NoteAsync(AuditAction.Invited, account.Id, account.Email);
            return session.Print(new { AccountId = account.Id, account.Email, InvitationPath = path });
        }, stop));
        return command;
    }

    private static Command Grant()
    {
        var credits = AdminOptions.Number("--credits", "How many; below zero only with --kind adjustment.", -Wallet.MostMoved, Wallet.MostMoved);
        credits.Required = true;
        var kind = AdminOptions.OneOf("--kind", "What the ledger says of it.", LedgerKind.Grant, LedgerKind.TopUp, LedgerKind.Adjustment);
        var cents = AdminOptions.Number("--amount-eur-cents", "What was paid for a top-up.", 0, Wallet.MostMoved);
        var command = new Command("grant", "Adds credits to an account.") { AdminOptions.Email, credits, kind, cents, AdminOptions.Data };
        command.Validators.Add(result =>
        {
            if (result.GetValue(credits) == 0) result.AddError("--credits must not be 0.");
            if (result.GetValue(credits) < 0 && result.GetValue(kind) != LedgerKind.Adjustment) result.AddError("--credits below zero need --kind adjustment.");
        });
        command.SetAction((arguments, stop) => AdminSession.RunAsync(arguments, async session =>
        {
            if (await session.AccountAsync(arguments, stop) is not { } account) return false;
            var balance = await session.Get<Wallet>().GrantAsync(session.Db, account.Id, arguments.GetValue(credits)!.Value, arguments.GetValue(kind) ?? LedgerKind.Grant, arguments.GetValue(cents), cancellationToken: stop);
            if (balance is null) return session.Refuse("The account has fewer credits than that.");
            await session.NoteAsync(AuditAction.CreditsMoved, account.Id, $"{arguments.GetValue(credits):+0;-0}");
            return session.Print(new { AccountId = account.Id, Kind = arguments.GetValue(kind) ?? LedgerKind.Grant, Granted = arguments.GetValue(credits), Credits = balance });
        }, stop));
        return command;
    }

    private static Command SetLimits()
    {
        var tier = AdminOptions.OneOf("--tier", "Changes the tier: free or paid.", Tier.Free, Tier.Paid);
        var perMinute = AdminOptions.Number("--per-minute", "Requests in any 60 seconds; the tier's without it.", 1, LimitPair.MostPerMinute);
        var perDay = AdminOptions.Number("--per-day", "Requests on a UTC day; the tier's without it.", 1, LimitPair.MostPerDay);
        var command = new Command("set-limits", "Gives an account a tier or a pair of limits of its own.") { AdminOptions.Email, tier, perMinute, perDay, AdminOptions.Data };
        command.SetAction((arguments, stop) => AdminSession.RunAsync(arguments, async session =>
        {
            if (await session.AccountAsync(arguments, stop) is not { } found) return false;
            var limits = new AccountLimits(arguments.GetValue(tier) ?? found.Tier, (int?)arguments.GetValue(perMinute), (int?)arguments.GetValue(perDay));
            await limits.SetAsync(session.Db, found.Id, stop);
            await session.NoteAsync(AuditAction.LimitsSet, found.Id, detail: limits.ToString());
            return session.Print(new { AccountId = found.Id, limits.Tier, limits.PerMinute, limits.PerDay });
        }, stop));
        return command;
    }
}
