using Resumai.Fields;
using Resumai.Fields.Contact;
using Resumai.Knowledge;

namespace Resumai.Master;

/// <summary>The contact part of the record.</summary>
internal static class ContactAssembler
{
    /// <param name="labels">The language the country is named in.</param>
    public static Contact Assemble(ContactDraft draft, string labels, EvidenceWriter evidence)
    {
        var name = evidence.Add("/contact/full_name", draft.FullName);
        Part("/contact/honorific", draft.Parts.Honorific);
        Part("/contact/given_name", draft.Parts.Given);
        Part("/contact/family_name", draft.Parts.Family);
        for (var i = 0; i < draft.Phones.Count; i++) evidence.Note($"/contact/phones/{i}/raw", draft.Phones[i].Raw.Confidence, draft.Phones[i].Raw.Spans);
        for (var i = 0; i < draft.Links.Count; i++) evidence.Note($"/contact/links/{i}/url", draft.Links[i].Url.Confidence, draft.Links[i].Url.Spans);
        return new Contact
        {
            FullName = name,
            Honorific = draft.Parts.Honorific,
            GivenName = draft.Parts.Given,
            FamilyName = draft.Parts.Family,
            Headline = evidence.Add("/contact/headline", draft.Headline),
            Emails = evidence.AddAll("/contact/emails", draft.Emails),
            Phones = [.. draft.Phones.Select(p => new Phone(p.Raw.Value, p.E164, p.Type))],
            Location = draft.Address is { } address ? Location(address, labels, evidence) : null,
            Links = [.. draft.Links.Select(l => new ContactLink(l.Type, l.Url.Value))],
            DateOfBirth = evidence.Add("/contact/date_of_birth", draft.DateOfBirth),
            Nationalities = evidence.AddAll("/contact/nationalities", draft.Nationalities),
            DrivingLicences = evidence.AddAll("/contact/driving_licences", draft.DrivingLicences),
        };

        void Part(string pointer, string? value)
        {
            if (value is not null && draft.FullName is { } found) evidence.Note(pointer, found.Confidence * 0.95, found.Spans);
        }
    }

    private static Location Location(AddressDraft address, string labels, EvidenceWriter evidence) => new(
        evidence.Add("/contact/location/raw", address.Raw),
        evidence.Add("/contact/location/street", address.Street),
        evidence.Add("/contact/location/postal_code", address.PostalCode),
        evidence.Add("/contact/location/city", address.City),
        evidence.Add("/contact/location/region", address.Region),
        address.CountryCode,
        address.CountryCode is { } code ? Lexicon.Countries.Label("country", code, labels) ?? Lexicon.Countries.Label("country", code, "en") : null);
}
