using Resumai.Knowledge;

namespace Resumai.Fields.Entries;

/// <summary>How much of a text names a place, as far as lists of places know. Stateless.</summary>
internal static class PlaceEvidence
{
    /// <summary>0–1: the share of the text's words that are a country, in any language.</summary>
    public static double Share(string text, string? language)
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
