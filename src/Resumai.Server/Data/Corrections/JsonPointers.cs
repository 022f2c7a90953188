using System.Globalization;
using System.Text.Json.Nodes;

namespace Resumai.Server.Data.Corrections;

/// <summary>JSON Pointers (RFC 6901) over a record's JSON.</summary>
internal static class JsonPointers
{
    /// <summary>The tokens, unescaped; null when the text is no pointer.</summary>
    public static string[]? Tokens(string pointer)
    {
        if (pointer.Length == 0) return [];
        if (pointer[0] != '/') return null;
        var tokens = pointer[1..].Split('/');
        for (var i = 0; i < tokens.Length; i++)
        {
            for (var tilde = tokens[i].IndexOf('~'); tilde >= 0; tilde = tokens[i].IndexOf('~', tilde + 1))
            {
                if (tilde + 1 == tokens[i].Length || tokens[i][tilde + 1] is not ('0' or '1')) return null;
            }
            tokens[i] = tokens[i].Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
        }
        return tokens;
    }

    public static string Of(IEnumerable<string> tokens) => string.Concat(tokens.Select(t => "/" + Escape(t)));

    public static string Child(string pointer, string token) => $"{pointer}/{Escape(token)}";

    /// <summary>An index of a list as RFC 6901 writes it, without leading zeros; null when it is none.</summary>
    public static int? Index(string token) =>
        token is ['0'] or [>= '1' and <= '9', ..] && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    /// <summary>Whether one is the other or above it.</summary>
    public static bool Overlap(string one, string other) => IsUnder(one, other) || IsUnder(other, one);

    /// <summary>Whether it is the other or below it.</summary>
    public static bool IsUnder(string pointer, string above) =>
        pointer.StartsWith(above, StringComparison.Ordinal) && (pointer.Length == above.Length || pointer[above.Length] == '/');

    /// <summary>The value there. False when there is no such place.</summary>
    public static bool TryGet(JsonNode? root, IEnumerable<string> tokens, out JsonNode? value)
    {
        value = root;
        foreach (var token in tokens)
        {
            switch (value)
            {
                case JsonObject parent when parent.TryGetPropertyValue(token, out var child):
                    value = child;
                    break;
                case JsonArray list when Index(token) is { } index && index < list.Count:
                    value = list[index];
                    break;
                default:
                    return false;
            }
        }
        return true;
    }

    /// <summary>The value there; null where there is none.</summary>
    public static JsonNode? Get(JsonNode? root, string pointer) => TryGet(root, Tokens(pointer)!, out var value) ? value : null;

    /// <summary>Puts a value in the place of what is there. False when there is no such place.</summary>
    public static bool TrySet(JsonNode root, string pointer, JsonNode? value)
    {
        var tokens = Tokens(pointer)!;
        if (tokens.Length == 0 || !TryGet(root, tokens[..^1], out var parent)) return false;
        switch (parent)
        {
            case JsonObject owner when owner.ContainsKey(tokens[^1]):
                owner[tokens[^1]] = value?.DeepClone();
                return true;
            case JsonArray list when Index(tokens[^1]) is { } index && index < list.Count:
                list[index] = value?.DeepClone();
                return true;
            default:
                return false;
        }
    }

    private static string Escape(string token) => token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
