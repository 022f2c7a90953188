using Resumai.Knowledge;
using Resumai.Text;

namespace Resumai.Fields.Entries;

/// <summary>The words that tell the parts of an entry's head, for one document language and English. Thread-safe.</summary>
internal sealed class EntryLexicon
{
    private static readonly Lazy<IReadOnlyList<TermRow>> Titles = new(() => [.. TermFile.Read("titles.tsv")]);
    private static readonly Lazy<IReadOnlyList<TermRow>> Employment = new(() => [.. TermFile.Read("employment.tsv")]);
    private static readonly Lazy<IReadOnlyList<TermRow>> Organisations = new(() => [.. TermFile.Read("organisations.tsv")]);
    private static readonly Lazy<IReadOnlyList<TermRow>> Studies = new(() => [.. TermFile.Read("studies.tsv")]);
    private static readonly Lazy<EntryLexicon> AllLanguages = new(() => new EntryLexicon(null));
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, EntryLexicon> ByLanguage = new();

    private EntryLexicon(string? language)
    {
        Heads = new TermSet(Terms(Titles, "head", language));
        Modifiers = new TermSet(Terms(Titles, "modifier", language));
        Leaves = new TermSet(Terms(Titles, "leave", null));
        Freelance = new TermSet(Terms(Employment, "freelance", null));
        LegalForms = new LegalForms(Terms(Organisations, "legal", null));
        OrganisationWords = new TermSet(Terms(Organisations, "organisation", language));
        SchoolWords = new TermSet(Terms(Organisations, "school", language));
        RemoteWords = new TermSet(Terms(Organisations, "remote", null));
        Degrees = new TermSet([.. Terms(Studies, "degree", language), .. Terms(Studies, "degree", null).Where(t => t.Length >= 6)]);
        FieldWords = new TermSet(Terms(Studies, "field", language));
        GradeWords = new TermSet(Terms(Studies, "grade", null));
        AtWords = [.. Terms(Organisations, "at", language).Select(UnicodeText.Fold)];
        DurationUnits = [.. Terms(Organisations, "duration", null).Select(UnicodeText.Fold)];
        OfWords = [.. Terms(Studies, "of", null).Select(UnicodeText.Fold)];
    }

    public static EntryLexicon Default => AllLanguages.Value;

    public static EntryLexicon For(string? language) => language is null ? Default : ByLanguage.GetOrAdd(language, l => new EntryLexicon(l));

    public TermSet Heads { get; }
    public TermSet Modifiers { get; }
    public TermSet Leaves { get; }
    /// <summary>"Self-employed" stands where others print an employer.</summary>
    public TermSet Freelance { get; }
    public LegalForms LegalForms { get; }
    public TermSet OrganisationWords { get; }
    public TermSet SchoolWords { get; }
    public TermSet RemoteWords { get; }
    public TermSet Degrees { get; }
    public TermSet FieldWords { get; }
    public TermSet GradeWords { get; }
    /// <summary>"at", "bei": stand between title and employer.</summary>
    public HashSet<string> AtWords { get; }
    public HashSet<string> DurationUnits { get; }
    /// <summary>"in", "of", "en": stand between degree and subject.</summary>
    public HashSet<string> OfWords { get; }

    private static IEnumerable<string> Terms(Lazy<IReadOnlyList<TermRow>> rows, string kind, string? language) =>
        rows.Value.Where(r => r.Kind == kind && (language is null || r.Language == language || r.Language is "en" or "*")).SelectMany(r => r.Terms);
}
