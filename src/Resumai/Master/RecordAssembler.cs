using Resumai.Fields;
using Resumai.Master.Certainty;
using Resumai.Master.Doubts;

namespace Resumai.Master;

/// <summary>Normalises a draft into the record, with evidence for every value.</summary>
public static class RecordAssembler
{
    public static MasterRecord Assemble(RecordDraft draft, ParseOptions options) => AssembleWithDoubts(draft, options).Record;

    internal static AssembledRecord AssembleWithDoubts(RecordDraft draft, ParseOptions options)
    {
        var source = draft.Document.Source;
        var evidence = new EvidenceWriter(hasPages: source.Pages.Any(p => p.Width > 0));
        var contact = ContactAssembler.Assemble(draft.Contact, Labels(options.Locale), evidence);
        var home = draft.Contact.Address?.CountryCode;
        var posts = ExperienceAssembler.Newest(draft.Experience);
        var experience = ExperienceAssembler.Assemble(posts, draft.Language, home, options.AsOf, evidence);
        var education = EducationAssembler.Assemble(draft.Education, draft.Language, home, evidence);
        var probability = CvProbability.Estimate(draft);
        var record = new MasterRecord
        {
            AsOf = options.AsOf.ToString("yyyy-MM-dd"),
            Filename = options.Filename,
            Locale = options.Locale,
            Language = draft.Language,
            Document = new DocumentInfo(source.Format.ContentType, source.PageCount, source.Pages.Count(p => p.Recognized), probability),
            Contact = contact,
            Summary = evidence.Add("/summary", draft.Summary),
            Experience = experience,
            Education = education,
            Languages = LanguageAssembler.Assemble(draft.Languages, Labels(options.Locale), evidence),
            Skills = SkillAssembler.Assemble(draft.Skills, posts, draft.Language, options.AsOf, evidence),
            Certifications = CertificationAssembler.Assemble(draft.Certifications, evidence),
            Projects = ItemAssembler.Projects(draft.Projects, evidence),
            Publications = ItemAssembler.Publications(draft.Publications, evidence),
            Awards = ItemAssembler.Awards(draft.Awards, evidence),
            Volunteering = ItemAssembler.Volunteering(draft.Volunteering, evidence),
            Interests = evidence.AddAll("/interests", draft.Interests),
            References = ItemAssembler.References(draft.References, evidence),
            Sections = SectionTexts.Of(draft.Sections),
            Totals = RecordTotals.Of(draft.Experience, experience, education, options.AsOf),
            Warnings = [.. source.Warnings, .. MachineReaders.Warnings(draft.Document), .. AmbiguousDates.Warnings(draft, evidence.Notes.Values, options.Locale), .. Warnings(probability)],
            Text = SectionTexts.Pages(draft.Document),
        };
        var features = evidence.Features(draft, probability);
        var values = evidence.Evidence(features, ConfidenceModel.Default);
        return new AssembledRecord(record with { Evidence = values, Confidence = Confidence(values, probability) }, features, DoubtFinder.Find(draft, evidence.Notes, values));
    }

    /// <summary>The language of normalised labels: the locale's, English without one.</summary>
    private static string Labels(string? locale) => locale is { Length: >= 2 } ? locale.Split('-', '_')[0].ToLowerInvariant() : "en";

    private static IEnumerable<Warning> Warnings(double probability)
    {
        if (probability < CvProbability.Doubtful) yield return new Warning("not_a_cv", "The document does not look like a CV.");
    }

    /// <summary>The mean of the values' confidence, held down where the document hardly is a CV.</summary>
    private static double Confidence(IReadOnlyDictionary<string, Evidence> values, double probability) =>
        values.Count == 0 ? 0 : Math.Round(values.Values.Average(e => e.Confidence) * Math.Min(1, probability + 0.2), 2);
}

/// <summary>A record with what its confidences were judged by and the entries that it is not sure of.</summary>
/// <param name="Features">By pointer, for the training.</param>
internal sealed record AssembledRecord(MasterRecord Record, IReadOnlyDictionary<string, double[]> Features, IReadOnlyList<DoubtfulBlock> Doubts);
