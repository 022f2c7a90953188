using System.Text.RegularExpressions;

namespace Resumai.Server.Settings;

/// <summary>A setting as the server took it.</summary>
/// <param name="Value">As text; masked where it may be a secret; empty when there is none.</param>
/// <param name="IsGiven">Somebody set it; else it is the default.</param>
public sealed record EffectiveSetting(string Key, string Value, bool IsGiven);

/// <summary>What a server runs with, for its operator to look at: every setting that was read while it started, by key.</summary>
public sealed partial record EffectiveSettings(IReadOnlyList<EffectiveSetting> All)
{
    public const string Masked = "••••••••";

    /// <param name="values">By key: the value, and whether it was given.</param>
    public static EffectiveSettings Of(IEnumerable<KeyValuePair<string, (string Value, bool IsGiven)>> values) => new(
        [.. values.OrderBy(v => v.Key, StringComparer.OrdinalIgnoreCase).Select(v => new EffectiveSetting(v.Key, Shown(v.Key, v.Value.Value), v.Value.IsGiven))]);

    /// <summary>Too much is hidden rather than too little: by the name, and where a value has a password in it.</summary>
    private static string Shown(string key, string value) => value.Length > 0 && (SecretName().IsMatch(key) || SecretValue().IsMatch(value)) ? Masked : value;

    [GeneratedRegex("key|secret|password|token|connection|credential|dsn", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretName();

    /// <summary>Words of a connection string, or an address with somebody's name and password.</summary>
    [GeneratedRegex(@"(password|pwd|secret|token)\s*=|://[^/\s]*:[^/\s]*@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SecretValue();
}
