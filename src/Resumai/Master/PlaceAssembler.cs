using Resumai.Fields;
using Resumai.Fields.Entries;
using Resumai.Knowledge;

namespace Resumai.Master;

/// <summary>The place of a post or study: its first part is the town, a country's name gives the code.</summary>
internal static class PlaceAssembler
{
    /// <param name="language">ISO 639-1 of the document, null when unknown.</param>
    public static Place? Assemble(Found<string>? place, string? language, string at, EvidenceWriter evidence)
    {
        if (place is null) return null;
        evidence.Note(at + "/raw", place.Confidence, place.Spans);
        var parts = place.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var country = parts.Length == 0 ? null : Lexicon.Countries.Value("country", parts[^1], language, "en");
        var city = parts.Length > (country is null ? 0 : 1) && !EntryLexicon.Default.RemoteWords.IsTerm(Tokens.Of(parts[0])) ? parts[0] : null;
        if (city is not null) evidence.Note(at + "/city", place.Confidence, place.Spans);
        return new Place(place.Value, city, country);
    }
}
