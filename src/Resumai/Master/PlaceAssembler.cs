using Resumai.Fields;
using Resumai.Fields.Entries;
using Resumai.Knowledge;

namespace Resumai.Master;

/// <summary>The place of a post or study: its first part is the town, a country's name gives the code.</summary>
internal static class PlaceAssembler
{
    /// <param name="language">ISO 639-1 of the document, null when unknown.</param>
    /// <param name="home">ISO 3166-1 alpha-2 of the person's address, null when unknown: of two towns of one name the one there is meant.</param>
    public static Place? Assemble(Found<string>? place, string? language, string? home, string at, EvidenceWriter evidence)
    {
        if (place is null) return null;
        evidence.Note(at + "/raw", place.Confidence, place.Spans);
        var parts = place.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var country = parts.Length == 0 ? null : Lexicon.Countries.Value("country", parts[^1], language, "en");
        var city = parts.Length > (country is null ? 0 : 1) && !EntryLexicon.Default.RemoteWords.IsTerm(Tokens.Of(parts[0])) ? parts[0] : null;
        if (city is not null) evidence.Note(at + "/city", place.Confidence, place.Spans);
        return new Place(place.Value, city, country ?? (city is null ? null : CountryOf(city, home)));
    }

    private static string? CountryOf(string city, string? home)
    {
        var towns = Gazetteer.Find(city);
        return towns.Any(t => t.Country == home) ? home : towns is [var only] ? only.Country : null;
    }
}
