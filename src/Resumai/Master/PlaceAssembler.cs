using Resumai.Fields;

namespace Resumai.Master;

/// <summary>The place of a post or study.</summary>
internal static class PlaceAssembler
{
    public static Place? Assemble(Found<string>? place, string at, EvidenceWriter evidence)
    {
        if (place is null) return null;
        evidence.Note(at + "/raw", place.Confidence, place.Spans);
        var city = place.Value.Split(',')[0].Trim();
        evidence.Note(at + "/city", place.Confidence, place.Spans);
        return new Place(place.Value, city);
    }
}
