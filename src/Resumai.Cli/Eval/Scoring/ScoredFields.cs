using System.Collections.Frozen;

namespace Resumai.Cli.Eval.Scoring;

/// <summary>The fields that are scored, by the names reports use.</summary>
internal static class ScoredFields
{
    /// <summary>In the order of reports.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "contact.full_name", "contact.headline", "contact.emails", "contact.phones", "contact.links", "contact.city", "contact.region",
        "contact.postal_code", "contact.country_code", "contact.date_of_birth", "contact.nationality", "summary", "language",
        "experience.entries", "experience.title", "experience.employer", "experience.start_date", "experience.end_date", "experience.city",
        "experience.highlights", "education.entries", "education.institution", "education.degree", "education.field_of_study",
        "education.start_date", "education.end_date", "education.grade", "skills", "languages", "languages.level", "certifications",
        "projects", "publications", "awards", "volunteering", "interests", "references",
    ];

    /// <summary>What a CV is read for first; their mean F1 is the figure that is published.</summary>
    public static FrozenSet<string> Core { get; } = FrozenSet.Create(
        "contact.full_name", "contact.emails", "contact.phones", "contact.city", "contact.links", "experience.title", "experience.employer",
        "experience.start_date", "experience.end_date", "education.institution", "education.degree", "education.field_of_study",
        "education.start_date", "education.end_date", "skills", "languages", "languages.level");

    /// <summary>The fields that a truth judges which speaks of one part only (<c>partial_truth</c>), by the part's name.</summary>
    public static IEnumerable<string> OfPart(string part) => part.Split('(')[0] switch
    {
        "contact" => ["contact.full_name", "contact.emails", "contact.phones"],
        "experience" => ["experience.title", "experience.employer", "experience.start_date", "experience.end_date", "experience.entries"],
        "education" => ["education.institution", "education.degree", "education.entries"],
        var field => [field],
    };
}
