using Resumai.Knowledge;
using Resumai.Layout;

namespace Resumai.Fields.Contact;

/// <summary>Which of the countries a language is spoken in a document is about, by the places it prints.</summary>
internal static class CountrySigns
{
    private static readonly char[] Separators = ['\t', ',', '|', '·', '•', ';', '–', '—', '(', ')', '/', ':'];
    /// <summary>A country's name says more than a town, which may have namesakes.</summary>
    private const int ByName = 2;
    private const int FewestSigns = 2;
    /// <summary>Thousands of people: smaller places have the names of too many things.</summary>
    private const int SmallestTown = 20;

    /// <summary>The country most signs speak for; null when they are too few, or as many speak for others together.</summary>
    public static string? Most(ArrangedDocument document, IReadOnlyList<string> spoken, string? language)
    {
        if (spoken.Count < 2) return null;
        var signs = spoken.ToDictionary(c => c, _ => 0, StringComparer.Ordinal);
        foreach (var line in document.Lines)
        {
            foreach (var range in line.Text.AsSpan().SplitAny(Separators))
            {
                var part = line.Text.AsSpan()[range].Trim();
                if (part.Length is < 3 or > 40 || !char.IsUpper(part[0])) continue;
                var text = part.ToString();
                if (Lexicon.Countries.Value("country", text, language, "en") is { } country) Count(country, ByName);
                else if (Gazetteer.Find(text) is [var largest, ..] && largest.Thousands >= SmallestTown) Count(largest.Country, 1);
            }
        }
        var (most, count) = signs.MaxBy(s => s.Value);
        return count >= FewestSigns && count * 2 > signs.Values.Sum() ? most : null;

        void Count(string country, int weight)
        {
            if (signs.TryGetValue(country, out var before)) signs[country] = before + weight;
        }
    }
}
