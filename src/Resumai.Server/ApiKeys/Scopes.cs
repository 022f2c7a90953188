namespace Resumai.Server.ApiKeys;

/// <summary>What a key may do.</summary>
public static class Scopes
{
    /// <summary>Upload, delete, tags.</summary>
    public const string FilesWrite = "files:write";
    /// <summary>Assets, status, file.</summary>
    public const string FilesRead = "files:read";
    /// <summary>Master, display.</summary>
    public const string DataRead = "data:read";
    /// <summary>Corrections.</summary>
    public const string DataWrite = "data:write";
    public const string AccountRead = "account:read";
    public const string WebhooksWrite = "webhooks:write";

    public static IReadOnlyList<string> All { get; } = [FilesWrite, FilesRead, DataRead, DataWrite, AccountRead, WebhooksWrite];
}

/// <summary>Endpoint metadata: only a caller may ask; <paramref name="Scope"/> null: any caller.</summary>
public sealed record CallerRule(string? Scope);

public static class ScopeRules
{
    /// <summary>Only a key with this scope may ask; any other is refused with 403 naming it.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new CallerRule(scope));

    /// <summary>Only a caller with a key may ask.</summary>
    public static TBuilder RequireCaller<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new CallerRule(Scope: null));
}
