using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Resumai.Server.ApiKeys;
using Resumai.Server.Web.Mails;

namespace Resumai.Server.Web.Pages.Developers;

/// <summary>What the developer pages tell of the API, taken from the endpoints themselves.</summary>
public sealed partial class ApiGuide(EndpointDataSource endpoints, MailOptions mail)
{
    /// <param name="Path">Under the address of this server, its parts that vary in braces.</param>
    /// <param name="Scope">What a key needs; null: any key.</param>
    public sealed record Operation(string Method, string Path, string Summary, string? Scope);

    /// <summary>Base address of the API without a slash at its end.</summary>
    public string Address { get; } = new Uri(mail.Address, ServerHost.ApiPath).ToString();

    /// <summary>All that have a summary, by path.</summary>
    public IReadOnlyList<Operation> Operations => field ??=
    [
        .. endpoints.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith(ServerHost.ApiPath, StringComparison.Ordinal) == true)
            .Select(Describe).OfType<Operation>()
            .OrderBy(o => o.Path, StringComparer.Ordinal).ThenBy(o => o.Method, StringComparer.Ordinal),
    ];

    private static Operation? Describe(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>() is { } summary && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is { HttpMethods: [var method, ..] }
            ? new Operation(method, Constraint().Replace(endpoint.RoutePattern.RawText!, "}"), summary.Summary,
                endpoint.Metadata.GetOrderedMetadata<CallerRule>().Select(r => r.Scope).LastOrDefault(s => s is not null))
            : null;

    /// <summary>What a part of a path must look like.</summary>
    [GeneratedRegex(@":[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Constraint();
}
