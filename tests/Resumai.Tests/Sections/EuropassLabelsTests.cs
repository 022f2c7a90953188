using Resumai.Fields.Entries;
using Resumai.Knowledge;
using Resumai.Master;
using Resumai.Normalize.Languages;
using Resumai.Sections;
using Resumai.Tests.Knowledge;

namespace Resumai.Tests.Sections;

/// <summary>The labels of the Europass CV inside its sections, in its languages.</summary>
public class EuropassLabelsTests
{
    private static readonly string[] Details = ["birth", "nationality", "personal", "phone", "email", "web", "address", "licence"];
    private static readonly string[] Parts = ["dates", "title", "organization", "text", "field", "grade"];
    private static readonly string[] Headings = ["languages", "skills", "other", "publications", "projects", "awards", "volunteering", "interests", "references"];
    private static readonly string[] Columns = ["listening", "reading", "speaking", "writing"];
    private static readonly string[] Levels = ["native", "C", "B", "A"];

    public static TheoryData<string> AllLanguages => [.. Languages.Measured];

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void The_labels_of_contact_details_are_known(string language) =>
        Rows(language, Details).Where(r => ContactWords.Default.Label(r.Label) != r.Kind).Select(r => $"{r}: {ContactWords.Default.Label(r.Label)}").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void The_labels_of_the_parts_of_entries_are_known(string language) =>
        Rows(language, Parts).Where(r => Part(r.Label) != r.Kind).Select(r => $"{r}: {Part(r.Label)}").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void The_headings_within_sections_are_known(string language) =>
        Rows(language, Headings).Where(r => Heading(r) != r.Kind).Select(r => $"{r}: {Heading(r)}").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void The_columns_of_the_grid_of_languages_are_known(string language) =>
        Rows(language, Columns).Where(r => Column(r) != r.Kind).Select(r => $"{r}: {Column(r)}").ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void The_kinds_of_users_of_a_language_are_known(string language) =>
        Rows(language, Levels).Where(r => LanguageLevels.Of(r.Label, language)?.StartsWith(r.Kind, StringComparison.Ordinal) != true)
            .Select(r => $"{r}: {LanguageLevels.Of(r.Label, language)}").ShouldBeEmpty();

    [Fact]
    public void Every_language_has_every_kind_of_label() =>
        Languages.Measured.SelectMany(l => ((string[])[.. Details, .. Parts, .. Headings, .. Columns, .. Levels]).Except(Rows(l, null).Select(r => r.Kind)).Select(k => $"{l}: {k}")).ShouldBeEmpty();

    private static string? Part(string label)
    {
        if (EntryLabels.IsTextLabel(label)) return "text";
        if (!EntryLabels.TryGet(label, out var role)) return null;
        return role is { } known ? known.ToString().ToLowerInvariant() : "dates";
    }

    private static string? Heading(LabelRow row) => HeadingLexicon.Default.Find(row.Label)?.In(row.Language).ToString().ToLowerInvariant();

    private static string? Column(LabelRow row) => LanguageLevels.Skills(PhraseTable.TokensOf(row.Label), row.Language).Select(m => m.Value).FirstOrDefault();

    private static IEnumerable<LabelRow> Rows(string language, string[]? kinds)
    {
        using var reader = new StreamReader(typeof(EuropassLabelsTests).Assembly.GetManifestResourceStream("Fixtures/europass_labels.tsv")!);
        return
        [
            .. from line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
               where line[0] != '#'
               let cells = line.Split('\t')
               where cells[0] == language && (kinds is null || kinds.Contains(cells[1]))
               from label in cells[2].Split("; ")
               select new LabelRow(cells[0], cells[1], label),
        ];
    }

    private sealed record LabelRow(string Language, string Kind, string Label)
    {
        public override string ToString() => $"{Language}\t{Kind}\t{Label}";
    }
}
