using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.ApiKeys;
using Resumai.Server.RateLimits;
using Resumai.Server.Storage;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web;

/// <summary>Endpoint metadata: a slice of the API that a page asks, for the account of whoever has signed in.</summary>
/// <param name="Writes">Whether it changes CVs: not for people who only look.</param>
public sealed record BySession(bool Writes = false);

/// <summary>Lets a page ask what <see cref="BySession"/> marks: 401 without a session, 400 without the page's token against forged requests, which must come as a header.</summary>
internal sealed class SessionCaller(RequestDelegate next, IAntiforgery forms, RateLimitOptions limits)
{
    public async Task InvokeAsync(HttpContext http, IDbContextFactory<ServerDb> databases)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<BySession>() is not { } rule) await next(http);
        else if (SignedIn.Of(http.User) is not { } user) http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        // What is not somebody's to see is not there.
        else if (!(rule.Writes ? user.Writes : user.Reads)) http.Response.StatusCode = StatusCodes.Status404NotFound;
        // Only in a header: looked for in the body it would be read before the upload may stream.
        else if (!HttpMethods.IsGet(http.Request.Method) && (!http.Request.Headers.ContainsKey(HeaderName) || !await forms.IsRequestValidAsync(http))) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        else if (await OfAsync(databases, user.AccountId, limits, http.RequestAborted) is not { } caller) http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
        {
            http.Features.Set(caller);
            await next(http);
        }
    }

    public const string HeaderName = "RequestVerificationToken";

    /// <summary>A caller of the live environment who may all that a page does; null when the account is closed.</summary>
    public static async Task<ApiCaller?> OfAsync(IDbContextFactory<ServerDb> databases, Guid accountId, RateLimitOptions limits, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && a.ClosedAt == null, cancellationToken) is not { } account ? null : new ApiCaller(accountId, Guid.Empty, KeyEnvironment.Live, Scopes.All, account.Tier, limits.For(account.Tier, account.PerMinute, account.PerDay));
    }
}
