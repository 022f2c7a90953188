namespace Resumai.Master;

public sealed record Skill
{
    public required string Name { get; init; }
    public string? NormalizedName { get; init; }
    /// <summary><c>technical</c>, <c>soft</c>, <c>tool</c>, <c>domain</c>, <c>language_independent</c> or null.</summary>
    public string? Type { get; init; }
    public string? Level { get; init; }
    public string? EscoUri { get; init; }
    public int? Months { get; init; }
    public string? LastUsed { get; init; }
    public IReadOnlyList<string> Sources { get; init; } = [];
}

public sealed record LanguageSkill
{
    public required string Name { get; init; }
    /// <summary>ISO 639-1, 639-3 where there is none.</summary>
    public string? Code { get; init; }
    public string? Label { get; init; }
    /// <summary>CEFR A1–C2 or <c>native</c>.</summary>
    public string? Level { get; init; }
    public string? RawLevel { get; init; }
    public SelfAssessment? SelfAssessment { get; init; }
}

public sealed record SelfAssessment(string? Listening, string? Reading, string? Speaking, string? Writing);

public sealed record Certification(string Name, string? Issuer = null, string? Date = null, string? Expires = null, string? Id = null);

public sealed record Project(string Name, string? Description = null, string? Url = null, string? StartDate = null, string? EndDate = null);

public sealed record Publication(string Title, string? Venue = null, string? Date = null, string? Url = null);

public sealed record Award(string Title, string? Issuer = null, string? Date = null);

public sealed record Volunteering(string? Role, string? Organization, string? StartDate = null, string? EndDate = null);

public sealed record Reference(string Name, string? Relation = null, string? Email = null, string? Phone = null);
