using Resumai.Knowledge;

namespace Resumai.Fields.Entries;

/// <summary>How much of a text names a place, as far as lists of places know. Stateless.</summary>
internal static class PlaceEvidence
{
    /// <summary>A name before a country or a state's letters is very likely a town.</summary>
    private const double TownWithCountry = 0.95;
    private const double City = 0.9;
    /// <summary>Thousands of people.</summary>
    private const int SmallestTown = 1;

    /// <summary>0–1: the share of the text's words that name a place.</summary>
    public static double Share(string text, string? language)
    {
        var comma = text.LastIndexOf(',');
        if (comma > 1 && text.AsSpan(0, comma).Count(' ') <= 2)
        {
            var tail = text[(comma + 1)..].Trim();
            if (IsStateLetters(tail) || Countries(tail, language) > 0.9 || (IsCity(tail) && IsCity(text[..comma]))) return TownWithCountry;
        }
        return IsCity(text) ? City : Countries(text, language);
    }

    /// <summary>True for a listed city before a state's letters or a country: "Austin" and "TX", "Lisboa" and "Portugal".</summary>
    public static bool IsCityWith(string city, string tail) =>
        IsCity(city) && (IsStateLetters(tail) || (tail.Length > 3 && Lexicon.Countries.AllTerms("country").Has(Tokens.Phrase(tail))));

    /// <summary>A city that is listed; many common words are names of small places, so letter case counts.</summary>
    private static bool IsCity(string text) =>
        text.Length is > 2 and < 40 && char.IsUpper(text[0]) && text.AsSpan().Count(' ') <= 3 && Gazetteer.Find(text).Any(c => c.Thousands >= SmallestTown);

    /// <summary>"TX", "BW": two capitals that are no legal form.</summary>
    private static bool IsStateLetters(string text) =>
        text.Length == 2 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiLetterUpper(text[1]) && !EntryLexicon.Default.LegalForms.IsForm(text);

    private static double Countries(string text, string? language)
    {
        var tokens = Tokens.Of(text);
        if (tokens.Count is 0 or > 8) return 0;
        var terms = Lexicon.Countries.Terms(language ?? "en", "country");
        var english = Lexicon.Countries.Terms("en", "country");
        var known = 0;
        for (var i = 0; i < tokens.Count;)
        {
            var count = char.IsUpper(text[tokens[i].Start]) ? (terms.LongestAt(tokens, i) ?? english.LongestAt(tokens, i))?.Count ?? 0 : 0;
            known += count;
            i += Math.Max(1, count);
        }
        return (double)known / tokens.Count;
    }
}
