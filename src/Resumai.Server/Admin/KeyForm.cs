using Resumai.Server.ApiKeys;
using Resumai.Server.Storage;

namespace Resumai.Server.Admin;

/// <summary>How the admin commands print keys.</summary>
internal static class KeyForm
{
    public static object Issued(IssuedKey issued) => new
    {
        ApiKey = issued.Text,
        KeyId = issued.Key.Id,
        issued.Key.Name,
        issued.Key.Environment,
        Scopes = issued.Key.Scopes.Split(' '),
        issued.Key.ExpiresAt,
    };

    public static object Listed(ApiKey key) => new
    {
        KeyId = key.Id,
        key.Name,
        StartsWith = key.Prefix,
        key.Environment,
        Scopes = key.Scopes.Split(' '),
        key.CreatedAt,
        key.ExpiresAt,
        key.LastUsedAt,
        key.RevokedAt,
        key.RotatedTo,
    };
}
