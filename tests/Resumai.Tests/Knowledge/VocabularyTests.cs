using Resumai.Knowledge;
using Resumai.Sections;
using Resumai.Text;

namespace Resumai.Tests.Knowledge;

/// <summary>The form of the authored tables: every language is there with enough words, and no word means two things.</summary>
public class VocabularyTests
{
    private static readonly string[] Levels = ["native", "C2", "C1", "B2", "B1", "A2", "A1"];
    private static readonly string[] PartLabels = ["title", "organization", "place", "dates", "field", "grade", "text"];

    [Fact]
    public void Every_language_has_sixty_headings_of_all_main_kinds()
    {
        string[] kinds = ["contact", "summary", "experience", "education", "skills", "languages", "certifications", "projects", "publications", "awards", "volunteering", "interests", "references", "other"];
        var rows = TermFile.Read("headings.tsv").ToLookup(r => r.Language);
        foreach (var language in Languages.All)
        {
            rows[language].Sum(r => r.Terms.Count).ShouldBeGreaterThanOrEqualTo(60, language);
            kinds.Except(rows[language].Select(r => r.Kind)).ShouldBeEmpty(language);
        }
    }

    [Fact]
    public void A_heading_names_one_kind_of_section_in_its_language()
    {
        foreach (var rows in TermFile.Read("headings.tsv").Where(r => Enum.TryParse<SectionKind>(r.Kind, ignoreCase: true, out _)).GroupBy(r => r.Language))
        {
            NoTermTwice(rows, rows.Key);
        }
    }

    [Fact]
    public void Every_language_has_words_for_every_level_and_no_phrase_says_two()
    {
        foreach (var language in Languages.All)
        {
            var rows = TermFile.Read("levels.tsv").Where(r => r.Language == language && Levels.Contains(r.Kind)).ToList();
            Levels.Except(rows.Select(r => r.Kind)).ShouldBeEmpty(language);
            rows.ShouldAllBe(r => r.Terms.Count >= 4, language);
            NoTermTwice(rows, language);
        }
    }

    [Fact]
    public void Every_language_has_labels_for_every_part_of_an_entry()
    {
        var rows = TermFile.Read("entry_labels.tsv").ToLookup(r => r.Language, r => r.Kind);
        foreach (var language in Languages.All) PartLabels.Except(rows[language]).ShouldBeEmpty(language);
    }

    [Fact]
    public void Every_language_has_labels_of_contact_details()
    {
        string[] kinds = ["address", "phone", "birth", "nationality", "name", "licence"];
        var rows = TermFile.Read("contact.tsv").ToLookup(r => r.Language, r => r.Kind);
        foreach (var language in Languages.All) kinds.Except(rows[language == "nb" ? "no" : language]).ShouldBeEmpty(language);
    }

    [Fact]
    public void Every_language_has_words_for_open_ranges_and_seasons()
    {
        foreach (var language in Languages.All)
        {
            Lexicon.Dates.Terms(language, "present").Whole.Count.ShouldBeGreaterThanOrEqualTo(8, language);
            Lexicon.Dates.Terms(language, "season").Whole.Count.ShouldBeGreaterThanOrEqualTo(3, language);
        }
    }

    [Fact]
    public void Every_language_has_titles_organisations_and_degrees()
    {
        foreach (var language in Languages.All)
        {
            Terms("titles.tsv", language, "head").ShouldBeGreaterThanOrEqualTo(Languages.Largest.Contains(language) ? 300 : 120, language);
            Terms("titles.tsv", language, "modifier").ShouldBeGreaterThanOrEqualTo(5, language);
            Terms("titles.tsv", language, "leave").ShouldBeGreaterThanOrEqualTo(3, language);
            Terms("organisations.tsv", language, "organisation").ShouldBeGreaterThanOrEqualTo(40, language);
            Terms("studies.tsv", language, "degree").ShouldBeGreaterThanOrEqualTo(25, language);
            Terms("references.tsv", language, "request").ShouldBeGreaterThanOrEqualTo(1, language);
        }
    }

    [Fact]
    public void The_detector_knows_every_language() =>
        Languages.All.Except(TermFile.Read("stopwords.tsv").Select(r => r.Language)).ShouldBeEmpty();

    private static int Terms(string file, string language, string kind) =>
        TermFile.Read(file).Where(r => r.Language == language && r.Kind == kind).Sum(r => r.Terms.Count);

    private static void NoTermTwice(IEnumerable<TermRow> rows, string language) =>
        rows.SelectMany(r => r.Terms.Select(t => (Term: UnicodeText.Fold(t), r.Kind))).Distinct()
            .GroupBy(t => t.Term).Where(g => g.Count() > 1)
            .Select(g => $"{language}: {g.Key} is {string.Join(" and ", g.Select(t => t.Kind))}").ShouldBeEmpty();
}
