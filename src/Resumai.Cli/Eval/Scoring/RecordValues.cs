using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Resumai.Cli.Eval.Scoring;

/// <summary>
/// Reads plain values out of a record in JSON, whichever of the usual shapes it has: a text, an object with the text under one
/// of several keys, a list. So the truth, our records and those of other parsers are scored by the same rules.
/// A missing value is <c>default</c> (kind <see cref="JsonValueKind.Undefined"/>).
/// </summary>
internal static partial class RecordValues
{
    private static readonly string[] UsualKeys = ["value", "text", "name", "raw"];

    public static JsonElement Get(this JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out var value) ? value : default;

    /// <summary>The first of the keys that holds something: not null, false, zero, an empty text, list or object.</summary>
    public static JsonElement GetAny(this JsonElement element, params ReadOnlySpan<string> keys)
    {
        var value = default(JsonElement);
        foreach (var key in keys)
        {
            value = element.Get(key);
            if (value.IsTruthy()) return value;
        }
        return value;
    }

    public static bool IsTruthy(this JsonElement element) => !IsBlank(element)
        && element.ValueKind != JsonValueKind.False && !(element.ValueKind == JsonValueKind.Number && element.GetDouble() == 0);

    /// <summary>The value itself, or the first non-blank one under the keys of an object, or that of a list's first item.</summary>
    public static JsonElement Plain(this JsonElement element, params ReadOnlySpan<string> keys)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var key in (ReadOnlySpan<string>)[.. keys, .. UsualKeys])
                {
                    if (element.Get(key) is var value && !IsBlank(value)) return value.Plain(keys);
                }
                return default;
            case JsonValueKind.Array:
                return element.GetArrayLength() > 0 ? element[0].Plain(keys) : default;
            default:
                return element;
        }
    }

    /// <summary>The plain value as text; empty for none, true and false.</summary>
    public static string Text(this JsonElement element, params ReadOnlySpan<string> keys) => Strip(Literal(element.Plain(keys)));

    /// <summary>A list's items; one value is a list of one, nothing an empty one.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement element)
    {
        if (element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || element is { ValueKind: JsonValueKind.String } && element.GetString()!.Length == 0) return [];
        if (element.Get("items") is { ValueKind: JsonValueKind.Array } items) return [.. items.EnumerateArray()];
        return element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : [element];
    }

    public static string Phone(this JsonElement element)
    {
        var digits = NotDialled().Replace(element.Text("e164", "E164", "normalized", "number").Replace("(0)", ""), "");
        return digits.StartsWith("00", StringComparison.Ordinal) ? "+" + digits[2..] : digits;
    }

    public static string Url(this JsonElement element)
    {
        var url = UrlScheme().Replace(element.Text("url", "href").ToLowerInvariant(), "");
        if (url.StartsWith("www.", StringComparison.Ordinal)) url = url[4..];
        return url.Split('?')[0].TrimEnd('/');
    }

    /// <summary>YYYY-MM or YYYY of a date in text or in parts; empty when there is none.</summary>
    public static string Date(this JsonElement element)
    {
        var text = Literal(element);
        if (element.ValueKind == JsonValueKind.Object)
        {
            text = Literal(element.GetAny("value", "iso", "date"));
            if (text.Length == 0 && element.Get("year").IsTruthy())
            {
                text = element.Get("year").Text().PadLeft(4, '0') + (element.Get("month").IsTruthy() ? "-" + element.Get("month").Text() : "");
            }
        }
        var match = LeadingDate().Match(Strip(text));
        if (!match.Success) return "";
        var month = match.Groups["month"].Value;
        return match.Groups["year"].Value + (month.Length == 0 ? "" : "-" + month.PadLeft(2, '0'));
    }

    /// <summary>The found date agrees with the truth as far as the truth goes.</summary>
    public static bool SameDate(string truth, string found) => found.Length > 0 && (truth.Length >= 7 ? found == truth : found[..4] == Start(truth, 4));

    /// <summary>The first <paramref name="count"/> code points.</summary>
    public static string Start(string text, int count)
    {
        if (text.Length <= count) return text;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (count-- == 0) break;
            length += rune.Utf16SequenceLength;
        }
        return text[..length];
    }

    private static bool IsBlank(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => element.GetString()!.Length == 0,
        JsonValueKind.Array => element.GetArrayLength() == 0,
        JsonValueKind.Object => !element.EnumerateObject().Any(),
        _ => false,
    };

    private static string Literal(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : element.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => "",
    };

    /// <summary>White space as Python's <c>strip</c> knows it: the separators U+001C–U+001F too.</summary>
    private static string Strip(string text) => Edges().Replace(text, "");

    [GeneratedRegex(@"^[\s\x1C-\x1F]+|[\s\x1C-\x1F]+\z", RegexOptions.None, 1000)]
    private static partial Regex Edges();

    [GeneratedRegex(@"[^\d+]", RegexOptions.None, 1000)]
    private static partial Regex NotDialled();

    [GeneratedRegex("^[a-z]+://", RegexOptions.None, 1000)]
    private static partial Regex UrlScheme();

    [GeneratedRegex(@"^(?<year>\d{4})(-(?<month>\d{1,2}))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LeadingDate();
}
