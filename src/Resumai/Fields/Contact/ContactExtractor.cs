using Resumai.Layout;
using Resumai.Normalize.Phones;
using Resumai.Normalize.Places;
using Resumai.Sections;

namespace Resumai.Fields.Contact;

/// <summary>Name, headline, e-mails, telephone numbers, address, links and personal details.</summary>
internal static class ContactExtractor
{
    public static ContactDraft Extract(ArrangedDocument document, IReadOnlyList<Section> sections, string? language, string? locale)
    {
        var spans = ContactLines.Of(sections);
        var emails = OnlineAddresses.Emails(spans);
        var links = OnlineAddresses.Links(spans, emails);
        var name = NameFinder.Find(document, sections, spans, emails, language);
        var nameLines = name?.Spans.Select(s => s.Line).ToHashSet() ?? [];

        // Telephone numbers and addresses vouch for each other's country.
        var spoken = HomeCountry.All(locale, language);
        var untold = new NumberOrigins([], spoken);
        var first = PhoneExtractor.Extract(spans, untold, language);
        string[] told =
        [
            .. first.Where(p => p.Country is not null && p.Raw.Value.Contains('+')).Select(p => p.Country!),
            .. AddressExtractor.CountriesAlone(spans, language),
            .. CountrySigns.Most(document, spoken, language) is { } most ? [most] : Array.Empty<string>(),
        ];
        var address = AddressExtractor.Extract(spans, name?.Spans ?? [], first, [.. told, .. spoken.Take(1)], language);
        // The likeliest country is what an address without a code is taken for when nothing tells of another.
        var origins = untold with { Told = address?.CountryCode is { } at && (!(spoken is [var likeliest, ..] && at == likeliest) || address.PostalCode is not null) ? [at, .. told] : told };
        var phones = origins.Told.Count > 0 ? PhoneExtractor.Extract(spans, origins, language) : first;
        // The last groups of an ORCID look like a number of some country; a number that a link only lies over is one.
        phones = [.. phones.Where(p => !links.Any(l => Digits(l.Url.Value).Contains(Digits(p.Raw.Value), StringComparison.Ordinal) && l.Url.Spans.Any(s => p.Raw.Spans.Any(r => r.Line == s.Line && r.Start < s.End && s.Start < r.End))))];
        if (phones.Count == 0) phones = StrayNumbers.Of(sections, spans, origins, language);

        var taken = emails.SelectMany(e => e.Spans).Concat(phones.SelectMany(p => p.Raw.Spans)).Concat(links.SelectMany(l => l.Url.Spans))
            .Concat(address?.Raw.Spans ?? []).Select(s => s.Line).Where(l => !nameLines.Contains(l)).ToHashSet();
        return new ContactDraft
        {
            FullName = name,
            Parts = name is null ? new NameParts(null, null, null) : NameCase.Split(name.Value, language),
            Headline = HeadlineFinder.Find(sections, name, taken, language),
            Emails = emails,
            Phones = phones,
            Address = address,
            Links = links,
            DateOfBirth = PersonalDetails.DateOfBirth(spans, language, locale),
            Nationalities = PersonalDetails.Nationalities(spans, name?.Spans ?? [], language),
            DrivingLicences = PersonalDetails.DrivingLicences(spans),
        };
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
