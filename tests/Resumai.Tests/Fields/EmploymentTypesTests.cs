using Resumai.Fields.Experience;
using Resumai.Knowledge;

namespace Resumai.Tests.Fields;

public class EmploymentTypesTests
{
    private static readonly string[] Kinds = ["full_time", "part_time", "temporary", "internship", "apprenticeship", "freelance", "volunteer"];

    [Fact]
    public void Every_language_has_words_for_every_kind_of_employment_and_none_for_two()
    {
        var rows = Resumai.Knowledge.TermFile.Read("employment.tsv").ToLookup(r => r.Language);
        foreach (var language in Knowledge.Languages.All)
        {
            Kinds.Except(rows[language].Select(r => r.Kind == "self_employed" ? "freelance" : r.Kind)).ShouldBeEmpty(language);
            rows[language].SelectMany(r => r.Terms.Distinct()).GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty(language);
        }
    }

    public static IEnumerable<TheoryDataRow<string, string, string>> Printed()
    {
        using var reader = new StreamReader(typeof(EmploymentTypesTests).Assembly.GetManifestResourceStream("Fixtures/employment.tsv")!);
        string[][] lines = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#').Select(l => l.Split('\t'))];
        return lines.Skip(1).SelectMany(l => l.Skip(1).Zip(lines[0].Skip(1), (title, kind) => new TheoryDataRow<string, string, string>(l[0], title, kind)));
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void The_kind_of_employment_is_told_from_the_words_of_a_title(string language, string title, string kind) =>
        EmploymentTypes.Find(title, language).ShouldBe(kind);

    [Fact]
    public void Every_language_is_tried() => Knowledge.Languages.All.Except(Printed().Select(r => r.Data.Item1)).ShouldBeEmpty();

    [Theory]
    [InlineData("Stage Manager", "en")]
    [InlineData("Sell-side analyst", "en")]
    [InlineData("Mitarbeiterin in Forschung und Lehre", "de")]
    [InlineData("Voluntary sector adviser", "en")]
    [InlineData("Teamleiterin", "de")]
    public void Words_of_another_language_or_meaning_say_nothing(string title, string language) => EmploymentTypes.Find(title, language).ShouldBeNull();
}
