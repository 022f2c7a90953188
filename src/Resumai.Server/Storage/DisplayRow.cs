namespace Resumai.Server.Storage;

/// <summary>The flat row of a completed asset (contract, section 4), with folded copies for filters and sorting.</summary>
public sealed class DisplayRow
{
    public required Guid AssetId { get; init; }
    public required Guid AccountId { get; init; }
    public required string Environment { get; init; }
    public required string Filename { get; init; }
    public required DateTime UploadedAt { get; init; }
    public required string TagsJson { get; set; }
    public string? Language { get; set; }
    public string? FullName { get; set; }
    public string? Headline { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? City { get; set; }
    public string? CityFolded { get; set; }
    public string? Region { get; set; }
    public string? CountryCode { get; set; }
    public string? CurrentTitle { get; set; }
    public string? CurrentEmployer { get; set; }
    /// <summary>Folded titles of all posts, for the <c>title</c> filter: the current one alone.</summary>
    public string? TitleFolded { get; set; }
    public string? EmployerFolded { get; set; }
    /// <summary>Years to one decimal, times ten: exact in every database.</summary>
    public int? ExperienceTenths { get; set; }
    public string? HighestDegreeLevel { get; set; }
    /// <summary>Rank of the level: none 0, secondary 1, vocational 2, bachelor 3, master 4, doctorate 5.</summary>
    public int? DegreeRank { get; set; }
    public string? LastDegree { get; set; }
    public string? LastInstitution { get; set; }
    public required string SkillsJson { get; set; }
    public required string LanguagesJson { get; set; }
    public string? LinkedinUrl { get; set; }
    public double Confidence { get; set; }
    public int WarningsCount { get; set; }

    // What sorting compares where a person reads text: folded, the first 100 characters.
    public required string FilenameKey { get; set; }
    public string? FullNameKey { get; set; }
    public string? HeadlineKey { get; set; }
    public string? EmailKey { get; set; }
    public string? PhoneKey { get; set; }
    public string? CityKey { get; set; }
    public string? RegionKey { get; set; }
    public string? CurrentTitleKey { get; set; }
    public string? CurrentEmployerKey { get; set; }
    public string? LastDegreeKey { get; set; }
    public string? LastInstitutionKey { get; set; }
    public string? LinkedinUrlKey { get; set; }
}

/// <summary>What is searched for a part of its text.</summary>
public enum DisplayPart
{
    Title,
    Employer,
}

/// <summary>A skill of a row, folded: the <c>skill</c> filter.</summary>
public sealed class DisplaySkill
{
    public required Guid AssetId { get; init; }
    public required Guid AccountId { get; init; }
    public required string Environment { get; init; }
    public required string Skill { get; init; }
}

/// <summary>A language of a row: the <c>language</c> filter ("de:B2" is at least).</summary>
public sealed class DisplayLanguage
{
    public required Guid AssetId { get; init; }
    public required Guid AccountId { get; init; }
    public required string Environment { get; init; }
    public required string Code { get; init; }
    /// <summary>A1 1 … C2 6, native 7; 0 when no level is known.</summary>
    public required int Rank { get; init; }
}
