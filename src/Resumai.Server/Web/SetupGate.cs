using Microsoft.AspNetCore.Components.Endpoints;
using Resumai.Server.Web.Pages;
using Resumai.Server.Web.Users;

namespace Resumai.Server.Web;

/// <summary>Until somebody operates the server, every page but the link that makes them the operator says how to become it.</summary>
internal sealed class SetupGate(RequestDelegate next, FirstOperator first)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var page = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        if (page is null || page == typeof(AcceptInvitation)) await next(http);
        else if (await first.IsThereAsync(http.RequestAborted) == (page != typeof(Setup))) await next(http);
        else http.Response.Redirect(page == typeof(Setup) ? "/" : "/setup");
    }
}
