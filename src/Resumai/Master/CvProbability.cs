using Resumai.Fields;
using Resumai.Sections;

namespace Resumai.Master;

/// <summary>How likely a document is a CV: a plain sum of what a CV has, each thing counted for what it is worth.</summary>
internal static class CvProbability
{
    /// <summary>Below this the record carries the warning <c>not_a_cv</c>.</summary>
    public const double Doubtful = 0.3;

    public static double Estimate(RecordDraft draft, Contact contact)
    {
        var kinds = draft.Sections.Where(s => s.Heading is not null).Select(s => s.Kind)
            .Where(k => k is not (SectionKind.Other or SectionKind.Top or SectionKind.Letter)).Distinct().Count();
        var score = -2.2
            + 0.5 * Math.Min(kinds, 6)
            + (contact.Emails.Count > 0 ? 0.7 : 0) + (contact.Phones.Count > 0 ? 0.4 : 0) + (contact.FullName is not null ? 0.4 : 0)
            + 0.8 * Math.Min(2, draft.Experience.Count(e => e.Dates is not null && e.Title is not null))
            + 0.6 * Math.Min(2, draft.Education.Count(e => e.Degree is not null || e.Dates is not null));
        return Math.Round(1 / (1 + Math.Exp(-score)), 2);
    }
}
