namespace Resumai.Fields.Contact;

/// <summary>Contact details as found; codes and E.164 are derived.</summary>
internal sealed record ContactDraft
{
    /// <summary>As printed, in name case.</summary>
    public Found<string>? FullName { get; init; }
    public NameParts Parts { get; init; } = new(null, null, null);
    public Found<string>? Headline { get; init; }
    public IReadOnlyList<Found<string>> Emails { get; init; } = [];
    public IReadOnlyList<PhoneDraft> Phones { get; init; } = [];
    public AddressDraft? Address { get; init; }
    public IReadOnlyList<LinkDraft> Links { get; init; } = [];
    /// <summary>YYYY-MM-DD or as far as printed.</summary>
    public Found<string>? DateOfBirth { get; init; }
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<Found<string>> Nationalities { get; init; } = [];
    public IReadOnlyList<Found<string>> DrivingLicences { get; init; } = [];
}

/// <summary>The parts of a full name; each is found in it.</summary>
internal sealed record NameParts(string? Honorific, string? Given, string? Family);

/// <param name="Raw">As printed.</param>
internal sealed record PhoneDraft(Found<string> Raw, string? E164, string? Type, string? Country);

/// <param name="Url">With a scheme.</param>
internal sealed record LinkDraft(Found<string> Url, string Type);

/// <summary>A postal address or the part of one that is printed.</summary>
internal sealed record AddressDraft
{
    public required Found<string> Raw { get; init; }
    public Found<string>? Street { get; init; }
    public Found<string>? PostalCode { get; init; }
    public Found<string>? City { get; init; }
    public Found<string>? Region { get; init; }
    /// <summary>Derived: ISO 3166-1 alpha-2.</summary>
    public string? CountryCode { get; init; }
}
