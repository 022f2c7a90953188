using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.RateLimits;
using Resumai.Server.Storage;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web;

/// <summary>Endpoint metadata: a slice of the API that a page asks, for the account of whoever has signed in.</summary>
public sealed record BySession;

/// <summary>Lets a page ask what <see cref="BySession"/> marks: 401 without a session, 400 without the page's token against forged requests, which must come as a header.</summary>
internal sealed class SessionCaller(RequestDelegate next, IAntiforgery forms, RateLimitOptions limits)
{
    public async Task InvokeAsync(HttpContext http, IDbContextFactory<ServerDb> databases)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<BySession>() is null) await next(http);
        else if (SignedIn.Of(http.User) is not { } user) http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        // Only in a header: looked for in the body it would be read before the upload may stream.
        else if (!HttpMethods.IsGet(http.Request.Method) && (!http.Request.Headers.ContainsKey(HeaderName) || !await forms.IsRequestValidAsync(http))) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        else
        {
            http.Features.Set(await OfAsync(databases, user.AccountId, limits, http.RequestAborted));
            await next(http);
        }
    }

    public const string HeaderName = "RequestVerificationToken";

    /// <summary>A caller of the live environment who may all that a page does.</summary>
    public static async Task<ApiCaller> OfAsync(IDbContextFactory<ServerDb> databases, Guid accountId, RateLimitOptions limits, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == accountId, cancellationToken);
        return new ApiCaller(accountId, Guid.Empty, KeyEnvironment.Live, Scopes.All, account.Tier, limits.For(account.Tier, account.PerMinute, account.PerDay));
    }
}
