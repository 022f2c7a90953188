using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Resumai.Server.Settings;
using IPNetwork = System.Net.IPNetwork;

namespace Resumai.Server.RateLimits;

/// <summary>Whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed: <c>Proxies:Trusted</c>, nobody's by default.</summary>
public sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    public static TrustedProxies Read(SettingsReader settings) => new(
        [.. settings.List("Proxies:Trusted", "an IP address or a network like 10.0.0.0/8", Parse).Select(n => n.Value)]);

    /// <summary>The middleware's settings; null when nobody is trusted.</summary>
    public ForwardedHeadersOptions? Options()
    {
        if (Networks.Count == 0) return null;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in Networks) options.KnownIPNetworks.Add(network);
        return options;
    }

    private static Network? Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? new Network(network)
        : IPAddress.TryParse(text, out var address) ? new Network(new IPNetwork(address, address.GetAddressBytes().Length * 8))
        : null;

    private sealed record Network(IPNetwork Value);
}
