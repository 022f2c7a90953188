using System.CommandLine;
using System.Text.Json;
using Resumai.Server.Accounts;
using Resumai.Server.ApiKeys;
using Resumai.Server.Conventions;
using Resumai.Server.Settings;
using Resumai.Server.Storage;

namespace Resumai.Server.Admin;

/// <summary>
/// <c>admin …</c>: each command prints what it made as one line of JSON and exits with 0, or says on stderr why not and exits with 1.
/// They work on the database itself, so the server may run or not.
/// </summary>
public static class AdminCommands
{
    private static readonly Option<string?> Data = new("--data") { Description = "The data folder (RESUMAI_DATA, else ./data)." };
    private static readonly Option<string> Email = EmailOption();

    public static Command Create() => new("admin", "Makes accounts and keys. Prints JSON.")
    {
        CreateAccount(),
        CreateKey(),
    };

    private static Command CreateAccount()
    {
        var tier = new Option<string>("--tier") { Description = "The rate limits: free or paid.", DefaultValueFactory = _ => Tier.Free };
        tier.AcceptOnlyFromAmong(Tier.Free, Tier.Paid);
        var credits = new Option<long>("--credits") { Description = "Credits to begin with." };
        credits.Validators.Add(result => { if (result.GetValueOrDefault<long>() is < 0 or > 1_000_000_000) result.AddError("--credits must be from 0 to 1000000000."); });
        var isOperator = new Option<bool>("--operator") { Description = "May operate the server in the web app." };
        var command = new Command("create-account", "Opens an account.") { Email, tier, credits, isOperator, Data };
        command.SetAction((arguments, stop) => AdminSession.RunAsync(arguments.GetValue(Data), async session =>
        {
            var account = await session.Get<AccountOpening>().OpenAsync(session.Db, arguments.GetValue(Email)!, arguments.GetValue(tier)!,
                arguments.GetValue(credits), arguments.GetValue(isOperator), stop);
            return account is null
                ? session.Refuse("There is an account with this e-mail address already.")
                : session.Print(new { AccountId = account.Id, account.Email, account.Tier, account.Credits, Operator = account.IsOperator });
        }, stop));
        return command;
    }

    private static Command CreateKey()
    {
        var scopes = new Option<string?>("--scopes") { Description = $"Separated by commas; all without it: {string.Join(",", Scopes.All)}." };
        scopes.Validators.Add(result =>
        {
            var unknown = ScopesOf(result.GetValueOrDefault<string?>()).Except(Scopes.All).ToList();
            if (unknown.Count > 0) result.AddError($"--scopes: {string.Join(", ", unknown)} unknown; there are {string.Join(", ", Scopes.All)}.");
        });
        var test = new Option<bool>("--test") { Description = "A key of the test environment: charges nothing." };
        var name = new Option<string>("--name") { Description = "To tell keys apart.", DefaultValueFactory = _ => "default" };
        var days = new Option<int?>("--expires-in-days") { Description = "The key ends after so many days; never without it." };
        days.Validators.Add(result => { if (result.GetValueOrDefault<int?>() is < 1 or > 36_500) result.AddError("--expires-in-days must be from 1 to 36500."); });
        var command = new Command("create-key", "Makes an API key; it is shown this once.") { Email, scopes, test, name, days, Data };
        command.SetAction((arguments, stop) => AdminSession.RunAsync(arguments.GetValue(Data), async session =>
        {
            if (await AccountOpening.FindAsync(session.Db, arguments.GetValue(Email)!, stop) is not { } account) return session.Refuse("There is no account with this e-mail address.");
            var environment = arguments.GetValue(test) ? KeyEnvironment.Test : KeyEnvironment.Live;
            DateTime? end = arguments.GetValue(days) is { } count ? session.Get<TimeProvider>().UtcNow().AddDays(count) : null;
            var issued = await session.Get<KeyIssuer>().IssueAsync(session.Db, account.Id, environment, arguments.GetValue(name)!,
                [.. ScopesOf(arguments.GetValue(scopes))], end, stop);
            return session.Print(KeyForm.Issued(issued));
        }, stop));
        return command;
    }

    private static IEnumerable<string> ScopesOf(string? text) =>
        text is null ? Scopes.All : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct();

    private static Option<string> EmailOption()
    {
        var option = new Option<string>("--email") { Description = "The account's e-mail address.", Required = true };
        option.Validators.Add(result => { if (result.GetValueOrDefault<string>() is not { } email || !AccountOpening.IsAddress(email)) result.AddError("--email must be an e-mail address."); });
        return option;
    }
}
