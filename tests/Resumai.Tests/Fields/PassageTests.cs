using Resumai.Fields;

namespace Resumai.Tests.Fields;

public class PassageTests
{
    [Theory]
    [InlineData("non-", "pay budget", "nonpay budget")]
    [InlineData("Drei-", "Schicht-Betrieb", "Drei-Schicht-Betrieb")]
    [InlineData("Prozess-", "und Qualitätsplanung", "Prozess- und Qualitätsplanung")]
    [InlineData("two", "words", "two words")]
    public void Lines_are_joined_as_a_reader_joins_them(string first, string second, string joined) =>
        Passage.Join(new MadeUpLines().Line(first).Line(second).Lines.Select(l => l.Whole)).Text.ShouldBe(joined);

    [Fact]
    public void A_slice_points_at_the_lines_it_was_read_from()
    {
        var lines = new MadeUpLines().Line("Head of").Line("Department, Leeds").Lines;
        var slice = Passage.Join(lines.Select(l => l.Whole)).Slice(5, 13);

        slice.Text.ShouldBe("of Department");
        slice.Spans.Select(s => s.Text).ShouldBe(["of", "Department"]);
    }
}
