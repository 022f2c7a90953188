using System.Text.Json;
using System.Text.Json.Nodes;
using Resumai.Master;
using Resumai.Server.Storage;

namespace Resumai.Server.Data;

/// <summary>What <c>q</c> searches: the words of the row and the text of the CV.</summary>
internal static class DisplaySearchText
{
    public static IEnumerable<string?> Of(DisplayRow row, MasterRecord record) =>
    [
        row.Filename, row.Language, row.FullName, row.Headline, row.Email, row.Phone, row.City, row.Region, row.CountryCode, row.CurrentTitle,
        row.CurrentEmployer, row.HighestDegreeLevel, row.LastDegree, row.LastInstitution, row.LinkedinUrl,
        .. JsonSerializer.Deserialize<string[]>(row.TagsJson)!,
        .. JsonSerializer.Deserialize<string[]>(row.SkillsJson)!,
        .. record.Languages.SelectMany(l => new[] { l.Code, l.Name }),
        .. record.Text is { } text ? [text] : record.Sections.SelectMany(s => new[] { s.Heading, s.Text }),
        // What was corrected is not in the document's text.
        .. (record.Corrections ?? []).Where(c => c.Conflict is not { Applied: false }).SelectMany(c => Texts(c.Value)),
    ];

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject owner => owner.SelectMany(p => Texts(p.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
