namespace Resumai.Master;

/// <summary>Who the CV is about and how to reach them.</summary>
public sealed record Contact
{
    /// <summary>As printed, with titles and letters after it; capitals-only names in name case.</summary>
    public string? FullName { get; init; }
    public string? GivenName { get; init; }
    public string? FamilyName { get; init; }
    public string? Honorific { get; init; }
    public string? Headline { get; init; }
    public IReadOnlyList<string> Emails { get; init; } = [];
    public IReadOnlyList<Phone> Phones { get; init; } = [];
    public Location? Location { get; init; }
    public IReadOnlyList<ContactLink> Links { get; init; } = [];
    /// <summary>YYYY-MM-DD, or as far as printed.</summary>
    public string? DateOfBirth { get; init; }
    /// <summary>ISO 3166-1 alpha-2 codes.</summary>
    public IReadOnlyList<string> Nationalities { get; init; } = [];
    public IReadOnlyList<string> DrivingLicences { get; init; } = [];
    public IReadOnlyList<string> WorkPermits { get; init; } = [];
    public Photo? Photo { get; init; }
}

/// <param name="Type"><c>mobile</c>, <c>fixed_line</c>, or null when it cannot be told.</param>
public sealed record Phone(string Raw, string? E164, string? Type);

/// <param name="CountryCode">ISO 3166-1 alpha-2.</param>
/// <param name="Country">Its name in the language of the request's locale, English if none.</param>
public sealed record Location(
    string? Raw = null, string? Street = null, string? PostalCode = null, string? City = null, string? Region = null,
    string? CountryCode = null, string? Country = null);

/// <param name="Type"><c>linkedin</c>, <c>github</c>, <c>gitlab</c>, <c>xing</c>, <c>website</c> or <c>other</c>.</param>
public sealed record ContactLink(string Type, string Url);

public sealed record Photo(int Page, double[] Box);
