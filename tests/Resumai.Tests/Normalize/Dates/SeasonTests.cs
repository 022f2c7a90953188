using Resumai.Normalize.Dates;

namespace Resumai.Tests.Normalize.Dates;

public class SeasonTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Printed()
    {
        using var reader = new StreamReader(typeof(SeasonTests).Assembly.GetManifestResourceStream("Fixtures/seasons.tsv")!);
        return [.. from line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
                   where line[0] != '#'
                   let cells = line.Split('\t')
                   from cell in cells.Skip(1)
                   from printed in cell.Split(" | ")
                   select new TheoryDataRow<string, string>(cells[0], printed)];
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public void A_season_belongs_to_the_date_and_tells_no_month(string language, string printed)
    {
        var match = DateRecognizer.FindAll(printed, language, null).ShouldHaveSingleItem();
        match.Length.ShouldBe(printed.Length);
        match.Range.IsSingle.ShouldBeTrue();
        match.Range.Start!.Value.ToString().ShouldBe("2019");
    }

    [Fact]
    public void Every_language_has_its_four_seasons() =>
        Knowledge.Languages.All.Except(Printed().Select(r => r.Data.Item1)).ShouldBeEmpty();
}
