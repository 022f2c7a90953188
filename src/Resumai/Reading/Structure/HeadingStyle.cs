using System.Globalization;

namespace Resumai.Reading.Structure;

/// <summary>Built-in names of heading styles, the same in files of every language.</summary>
internal static class HeadingStyle
{
    private const string Prefix = "heading ";

    /// <summary>1–9 of "heading N", else null.</summary>
    public static int? Level(string? name) =>
        name is not null && name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9 ? level : null;
}
