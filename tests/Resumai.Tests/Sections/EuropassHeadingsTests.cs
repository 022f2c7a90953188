using Resumai.Master;
using Resumai.Sections;

namespace Resumai.Tests.Sections;

public class EuropassHeadingsTests
{
    private static readonly SectionKind[] Kinds = [SectionKind.Experience, SectionKind.Education, SectionKind.Skills, SectionKind.Other];

    public static IEnumerable<TheoryDataRow<string, string, SectionKind>> Headings() => Rows().SelectMany(row => row.Skip(1).Zip(Kinds, (heading, kind) => new TheoryDataRow<string, string, SectionKind>(row[0], heading, kind)));

    [Theory]
    [MemberData(nameof(Headings))]
    public void The_headings_of_the_Europass_form_are_known_in_its_languages(string language, string heading, SectionKind kind) =>
        HeadingLexicon.Default.Find(heading).ShouldNotBeNull().In(language).ShouldBe(kind);

    private static IEnumerable<string[]> Rows()
    {
        using var reader = new StreamReader(typeof(EuropassHeadingsTests).Assembly.GetManifestResourceStream("Fixtures/europass_headings.tsv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#').Select(line => line.Split('\t'))];
    }
}
