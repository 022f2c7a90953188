using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Resumai.Server.Audit;

namespace Resumai.Server.Web.Users;

/// <summary>Who looks at this page and from where, for what is written down. One a request or open page.</summary>
public sealed class WhoActs(IHttpContextAccessor requests, AuthenticationStateProvider session) : CircuitHandler
{
    private string? _address;

    /// <summary>An open page lives on after the request that opened it: the address is taken while that is there.</summary>
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _address = AddressOf(requests.HttpContext);
        return Task.CompletedTask;
    }

    public async Task<Actor> NowAsync() =>
        new(SignedIn.Of((await session.GetAuthenticationStateAsync()).User)?.Email ?? "", AddressOf(requests.HttpContext) ?? _address);

    public static string? AddressOf(HttpContext? http) => http?.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : null;
}
