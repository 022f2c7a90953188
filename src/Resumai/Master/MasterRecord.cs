using System.Text.Json.Serialization;

namespace Resumai.Master;

/// <summary>What a CV says, structured and normalised (contract, section 3). Keys are always present: null or [] where the CV has nothing.</summary>
public sealed record MasterRecord
{
    public Guid? AssetId { get; init; }
    public string SchemaVersion { get; init; } = "1.0";
    /// <summary>The day open ranges are counted to, YYYY-MM-DD.</summary>
    public string? AsOf { get; init; }
    public string? Filename { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Locale { get; init; }
    /// <summary>ISO 639-1 language of the document.</summary>
    public string? Language { get; init; }
    public DocumentInfo Document { get; init; } = new();
    public Contact Contact { get; init; } = new();
    public string? Summary { get; init; }
    public IReadOnlyList<Experience> Experience { get; init; } = [];
    public IReadOnlyList<Education> Education { get; init; } = [];
    public IReadOnlyList<Skill> Skills { get; init; } = [];
    public IReadOnlyList<LanguageSkill> Languages { get; init; } = [];
    public IReadOnlyList<Certification> Certifications { get; init; } = [];
    public IReadOnlyList<Project> Projects { get; init; } = [];
    public IReadOnlyList<Publication> Publications { get; init; } = [];
    public IReadOnlyList<Award> Awards { get; init; } = [];
    public IReadOnlyList<Volunteering> Volunteering { get; init; } = [];
    public IReadOnlyList<string> Interests { get; init; } = [];
    public IReadOnlyList<Reference> References { get; init; } = [];
    public IReadOnlyList<SectionText> Sections { get; init; } = [];
    public Totals Totals { get; init; } = new();
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
    /// <summary>0–1: how far the record as a whole can be trusted.</summary>
    public double Confidence { get; init; }
    /// <summary>Grows with every change of the record, from 1; left out where records are not kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Revision { get; init; }
    /// <summary>Where the record differs from what the parser read; left out where records are not kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Correction>? Corrections { get; init; }
    /// <summary>The document's text, pages joined by form feeds; left out unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }
    /// <summary>Where each value stands, by RFC 6901 pointer; left out unless asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, Evidence>? Evidence { get; init; }
}

/// <param name="IsCvProbability">0–1: how likely the document is a CV.</param>
public sealed record DocumentInfo(string? ContentType = null, int? PageCount = null, int OcrPages = 0, double IsCvProbability = 0);

/// <summary>Months count as the contract says (overlaps once); levels are <see cref="Education.DegreeLevel"/>'s.</summary>
public sealed record Totals(int? ExperienceMonths = null, int? GapMonths = null, string? HighestDegreeLevel = null, string? CurrentTitle = null, string? CurrentEmployer = null);

/// <summary>Something a user should know about the reading: a stable code, a sentence, the page it concerns.</summary>
public sealed record Warning(string Code, string Message, int? Page = null);

/// <summary>Text of the document under one heading, whole.</summary>
public sealed record SectionText(string Kind, string? Heading, int Page, string Text);
