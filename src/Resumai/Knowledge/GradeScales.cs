using Resumai.Knowledge.Tables;

namespace Resumai.Knowledge;

/// <summary>How a country grades.</summary>
/// <param name="Level"><c>university</c> or <c>school</c>.</param>
/// <param name="Best">The best grade as printed; a number or a word.</param>
/// <param name="Pass">The lowest grade that passes.</param>
/// <param name="Worst">The lowest grade.</param>
/// <param name="Word">What a grade is called.</param>
internal sealed record GradeScale(string Level, string Best, string Pass, string Worst, string Word);

/// <summary>Grade scales by country. Thread-safe.</summary>
internal static class GradeScales
{
    /// <summary>The scales of a country (ISO 3166-1 alpha-2); none when not known.</summary>
    public static IReadOnlyList<GradeScale> Of(string country)
    {
        if (CompiledTables.Get("grade_scale").Find(LookupKey.Of(country)) is not { } cells) return [];
        return [.. cells.Select(c => c.Split('|')).Select(p => new GradeScale(p[0], p[1], p[2], p[3], p[5]))];
    }
}
