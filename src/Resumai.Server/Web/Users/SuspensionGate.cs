using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Errors;
using Resumai.Server.Storage;
using Resumai.Server.Web.Pages;

namespace Resumai.Server.Web.Users;

/// <summary>Somebody of a suspended account sees why on every page that is not everybody's, and what pages ask for is refused as to keys.</summary>
internal sealed class SuspensionGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, IDbContextFactory<ServerDb> databases)
    {
        var metadata = http.GetEndpoint()?.Metadata;
        var page = metadata?.GetMetadata<ComponentTypeMetadata>()?.Type;
        var isOwn = metadata?.GetMetadata<BySession>() is not null || (page is not null && page != typeof(SuspendedPage) && metadata!.GetMetadata<IAllowAnonymous>() is null);
        if (!isOwn || SignedIn.Of(http.User) is not { } user || !await IsSuspendedAsync(databases, user.AccountId, http.RequestAborted)) await next(http);
        else if (page is not null) http.Response.Redirect(SuspendedPage.Path);
        else await ApiErrors.AccountSuspended.Problem().ExecuteAsync(http);
    }

    private static async Task<bool> IsSuspendedAsync(IDbContextFactory<ServerDb> databases, Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AnyAsync(a => a.Id == accountId && a.SuspendedAt != null, cancellationToken);
    }
}
