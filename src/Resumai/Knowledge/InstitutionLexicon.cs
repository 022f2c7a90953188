using Resumai.Knowledge.Tables;

namespace Resumai.Knowledge;

/// <summary>A university or college.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; null when its web domain does not tell.</param>
internal sealed record Institution(string Name, string? Country);

/// <summary>Names of institutions of higher education. Source: swot (NOTICE). Thread-safe.</summary>
internal static class InstitutionLexicon
{
    /// <summary>The institutions of that whole name; none when not known.</summary>
    public static IReadOnlyList<Institution> Find(string name)
    {
        if (CompiledTables.Get("institution").Find(LookupKey.Of(name)) is not { } cells) return [];
        return [.. cells.Select(c => c.Split('|', 2)).Select(p => new Institution(p[1], p[0].Length > 0 ? p[0] : null))];
    }
}
