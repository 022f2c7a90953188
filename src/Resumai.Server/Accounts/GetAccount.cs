using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.Storage;

namespace Resumai.Server.Accounts;

/// <summary><c>GET /account</c>: tier, credits and limits. A test key sees the credits of the test environment.</summary>
public static class GetAccount
{
    public sealed record Answer(Guid AccountId, string Tier, long Credits, Limits Limits);

    public sealed record Limits(int PerMinute, int PerDay);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/account", HandleAsync)
        .RequireScope(Scopes.AccountRead)
        .WithTags("Account").WithName("getAccount").WithSummary("Tier, credits and limits of the account");

    private static async Task<Answer> HandleAsync(ApiCaller caller, ServerDb db, CancellationToken cancellationToken)
    {
        var credits = caller.IsTest
            ? Wallet.TestCredits
            : await db.Accounts.Where(a => a.Id == caller.AccountId).Select(a => a.Credits).SingleAsync(cancellationToken);
        return new Answer(caller.AccountId, caller.Tier, credits, new Limits(caller.Limits.PerMinute, caller.Limits.PerDay));
    }
}
