using System.Globalization;
using System.Text.RegularExpressions;

namespace Resumai.Server.Conventions;

/// <summary>
/// A query parameter that an endpoint takes: what it means (for the OpenAPI document) and which values are allowed.
/// Declared on the endpoint with <c>.WithQuery(…)</c>; unknown, repeated and malformed ones are refused before the handler runs.
/// </summary>
/// <param name="Type">Its JSON schema type: <c>string</c>, <c>integer</c>, <c>number</c>.</param>
/// <param name="Fault">What is wrong with a value; null when it is allowed.</param>
public sealed partial record QueryParameter(string Name, string Type, string Description, Func<string, string?> Fault)
{
    /// <summary>May be given several times.</summary>
    public bool Repeatable { get; init; }
    /// <summary>The allowed values, when they are few.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
    /// <summary>JSON schema format, e.g. <c>date-time</c>.</summary>
    public string? Format { get; init; }

    public QueryParameter Repeated() => this with { Repeatable = true };

    public static QueryParameter Text(string name, string description, int maxLength = 256) => new(name, "string", description,
        value => value.Length >= 1 && value.Length <= maxLength ? null : $"must be 1 to {maxLength} characters");

    public static QueryParameter Integer(string name, string description, int min, int max) => new(name, "integer", description,
        value => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? null : $"must be a whole number from {min} to {max}");

    public static QueryParameter Number(string name, string description, double min, double max) => new(name, "number", description,
        value => double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max
            ? null : $"must be a number from {min} to {max}");

    public static QueryParameter OneOf(string name, string description, params string[] values) => new(name, "string", description,
        value => values.Contains(value) ? null : $"must be one of {string.Join(", ", values)}")
    { Values = values };

    /// <summary>An RFC 3339 time with its offset, or a bare date (midnight UTC).</summary>
    public static QueryParameter Instant(string name, string description) => new(name, "string", description,
        value => TryInstant(value, out _) ? null : "must be an RFC 3339 time with its offset, like 2026-11-23T08:00:00Z, or a date")
    { Format = "date-time" };

    /// <summary>A value with rules of its own.</summary>
    public static QueryParameter Checked(string name, string description, Func<string, string?> fault) => new(name, "string", description, fault);

    public static readonly QueryParameter Limit = Integer("limit", "Rows on a page; 50 by default.", 1, 200);
    public static readonly QueryParameter Cursor = Text("cursor", "The next_cursor of the page before.", 4096);

    internal static bool TryInstant(string text, out DateTime utc)
    {
        utc = default;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            utc = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            return true;
        }
        // A '+' that the client did not escape arrives as a space.
        text = text.Replace(' ', '+');
        if (!Rfc3339().IsMatch(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return false;
        utc = time.UtcDateTime;
        return true;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rfc3339();
}
