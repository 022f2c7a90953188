using System.Buffers;
using System.Text.RegularExpressions;
using Resumai.Knowledge;

namespace Resumai.Normalize.Places;

/// <summary>Citizenships as printed ("polskie", "Irish / British", "Deutschland") → ISO 3166-1 alpha-2.</summary>
internal static partial class Nationality
{
    /// <summary>Words of the longest name of a country.</summary>
    private const int LongestName = 6;

    /// <summary>"citizen of the", "und", "agus": what may stand before a people and between two.</summary>
    private const int LongestConnector = 4, MostBefore = 3, MostBetween = 1;

    /// <summary>No name of a country or people goes over these.</summary>
    private static readonly SearchValues<char> Breaks = SearchValues.Create("/;|()·");

    /// <summary>The country, null when the word is not known.</summary>
    public static string? CodeOf(string text, string? language)
    {
        var trimmed = text.Trim();
        if (trimmed.Length < 2) return null;
        return NameOf(trimmed, language) ?? DemonymLexicon.OfCode(trimmed);
    }

    private static string? NameOf(string text, string? language) =>
        Lexicon.Countries.Value("country", text, language, "en") ?? DemonymLexicon.InAnyLanguage(text, language);

    /// <summary>
    /// The country of a word for its people in the language or English; null for words not known and for the country's own name, which has a
    /// capital: "polska" is a citizenship, "Polska" ends an address.
    /// </summary>
    public static string? DemonymOf(string text, string? language)
    {
        var trimmed = text.Trim();
        if (trimmed.Length < 3) return null;
        if (char.IsUpper(trimmed[0]) && Lexicon.Countries.Value("country", trimmed, language, "en") is not null) return null;
        return PeopleOf(trimmed, language) ?? DemonymLexicon.Of(trimmed, "en");
    }

    /// <summary>The same of a word that may be the country's name too; null for words that are no demonym in the language.</summary>
    public static string? PeopleOf(string text, string? language) => language is null ? null : DemonymLexicon.Of(text, language);

    /// <summary>The countries that a text which says a citizenship names ("österreichischer Staatsbürger", "dual French/Irish"), each once, with their words.</summary>
    public static IReadOnlyList<CitizenOf> All(string text, string? language)
    {
        var found = new List<CitizenOf>();
        var words = Words().Matches(text);
        // "DE / PL"; among words "IT" is no country.
        if (words.All(w => CodeOf(w.Value, language) is not null)) return [.. words.Select(w => new CitizenOf(CodeOf(w.Value, language)!, w.Index, w.Length)).DistinctBy(c => c.Country)];
        for (int at = 0, unknown = 0; at < words.Count;)
        {
            var (code, count) = LongestAt(text, words, at, language);
            if (code is not null)
            {
                var (start, last) = (words[at].Index, words[at + count - 1]);
                if (!found.Exists(f => f.Country == code)) found.Add(new CitizenOf(code, start, last.Index + last.Length - start));
                (at, unknown) = (at + count, 0);
                continue;
            }
            var word = words[at++].Value;
            if (ContactWords.Default.Is("citizen", word)) continue;
            if (word.Length > LongestConnector || !word.All(char.IsLetter) || ++unknown > (found.Count == 0 ? MostBefore : MostBetween)) break;
        }
        return found;
    }

    private static (string? Code, int Count) LongestAt(string text, MatchCollection words, int at, string? language)
    {
        for (var count = Math.Min(LongestName, words.Count - at); count > 0; count--)
        {
            var last = words[at + count - 1];
            var name = text[words[at].Index..(last.Index + last.Length)];
            if (!name.AsSpan().ContainsAny(Breaks) && NameOf(name, language) is { } code) return (code, count);
        }
        return (null, 0);
    }

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}'’][\p{L}\p{M}\p{N}'’.:]*", RegexOptions.None, 1000)]
    private static partial Regex Words();
}

/// <summary>A citizenship in a text.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
internal readonly record struct CitizenOf(string Country, int Start, int Length);
