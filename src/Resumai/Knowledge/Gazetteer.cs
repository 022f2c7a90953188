using System.Globalization;
using Resumai.Knowledge.Tables;

namespace Resumai.Knowledge;

/// <summary>A city of a name.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Thousands">Thousands of people.</param>
/// <param name="Region">The first-level region, in its own language; null when not known.</param>
/// <param name="Name">The city's main name where it is another than the one looked up.</param>
internal sealed record City(string Country, int Thousands, string? Region, string? Name);

/// <summary>Whether a text names a city, and of which countries and regions. Source: GeoNames (NOTICE). Thread-safe.</summary>
internal static class Gazetteer
{
    /// <summary>The countries that have a city of this name, the largest city first, with thousands of people; none when no city is known.</summary>
    public static IReadOnlyList<(string Country, int Thousands)> Find(string name) => [.. Cities(name).Select(c => (c.Country, c.Thousands))];

    /// <summary>The largest city of this name in each of up to four countries, the largest first; none when no city is known.</summary>
    public static IReadOnlyList<City> Cities(string name)
    {
        var key = LookupKey.Of(name);
        return key.Length < 2 || CompiledTables.Get("city").Find(key) is not { } cells ? [] : [.. cells.Select(Read)];
    }

    private static City Read(string cell)
    {
        var parts = cell.Split('|');
        return new City(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2].Length > 0 ? parts[2] : null, parts[3].Length > 0 ? parts[3] : null);
    }
}
