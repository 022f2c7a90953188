using System.Buffers;
using System.Text.Json;
using Resumai.Master;
using Resumai.Server.Conventions;
using Resumai.Server.Storage;
using Resumai.Text;

namespace Resumai.Server.Data;

/// <summary>Flattens a record into its display row (contract, section 4).</summary>
internal static class DisplayRowMaker
{
    /// <summary>Characters of a sort key.</summary>
    public const int SortKeyLength = 100;
    private static readonly SearchValues<char> Unstorable = SearchValues.Create(['\0', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    public static DisplayRow From(Asset asset, MasterRecord record)
    {
        var contact = record.Contact;
        var newest = record.Education is [var first, ..] ? first : null;
        var email = contact.Emails is [var address, ..] ? address : null;
        // The number that a machine can dial before the first one printed.
        var phone = contact.Phones.Select(p => p.E164).FirstOrDefault(e => e is not null) ?? (contact.Phones is [var printed, ..] ? printed.Raw : null);
        var linkedin = contact.Links.FirstOrDefault(l => l.Type == "linkedin")?.Url;
        var title = Text(record.Totals.CurrentTitle);
        var employer = Text(record.Totals.CurrentEmployer);
        var city = Text(contact.Location?.City);
        return new DisplayRow
        {
            AssetId = asset.Id,
            AccountId = asset.AccountId,
            Environment = asset.Environment,
            Filename = asset.Filename,
            FilenameKey = SortKey(asset.Filename) ?? "",
            UploadedAt = asset.UploadedAt,
            TagsJson = asset.TagsJson,
            Language = Text(record.Language),
            FullName = Text(contact.FullName),
            FullNameKey = SortKey(contact.FullName),
            Headline = Text(contact.Headline),
            HeadlineKey = SortKey(contact.Headline),
            Email = Text(email),
            EmailKey = SortKey(email),
            Phone = Text(phone),
            PhoneKey = SortKey(phone),
            City = city,
            CityFolded = Folded(city),
            CityKey = SortKey(city),
            Region = Text(contact.Location?.Region),
            RegionKey = SortKey(contact.Location?.Region),
            CountryCode = Text(contact.Location?.CountryCode),
            CurrentTitle = title,
            TitleFolded = Folded(title),
            CurrentTitleKey = SortKey(title),
            CurrentEmployer = employer,
            EmployerFolded = Folded(employer),
            CurrentEmployerKey = SortKey(employer),
            ExperienceTenths = record.Totals.ExperienceMonths * 10 / 12,
            HighestDegreeLevel = Text(record.Totals.HighestDegreeLevel),
            DegreeRank = DegreeLevel.RankOf(record.Totals.HighestDegreeLevel),
            LastDegree = Text(newest?.Degree),
            LastDegreeKey = SortKey(newest?.Degree),
            LastInstitution = Text(newest?.Institution),
            LastInstitutionKey = SortKey(newest?.Institution),
            SkillsJson = Json(record.Skills.Select(s => s.NormalizedName ?? s.Name).Distinct(StringComparer.OrdinalIgnoreCase)),
            LanguagesJson = Json(record.Languages.Select(l => new DisplayedLanguage(l.Code, l.Name, l.Level))),
            LinkedinUrl = Text(linkedin),
            LinkedinUrlKey = SortKey(linkedin),
            Confidence = record.Confidence,
            WarningsCount = record.Warnings.Count,
        };
    }

    private static string Json<T>(IEnumerable<T> items) => JsonSerializer.Serialize(items, JsonForm.Options);

    /// <summary>Without what no database keeps as text: null characters and halves of a character.</summary>
    public static string Storable(string text) => text.AsSpan().IndexOfAny(Unstorable) < 0
        ? text
        : string.Concat(text.EnumerateRunes().Where(r => r.Value is not 0 and not 0xFFFD));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : Storable(text).Trim() is { Length: > 0 } shown ? shown : null;

    private static string? Folded(string? text) => text is null ? null : UnicodeText.Fold(text);

    private static string? SortKey(string? text)
    {
        if (Text(text) is not { } shown) return null;
        var key = UnicodeText.Fold(shown);
        if (key.Length <= SortKeyLength) return key;
        return char.IsHighSurrogate(key[SortKeyLength - 1]) ? key[..(SortKeyLength - 1)] : key[..SortKeyLength];
    }
}
