using System.Text.Json;
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
    ];
}
