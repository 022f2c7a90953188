using Resumai.Knowledge;

namespace Resumai.Tests.Knowledge;

public class TermFileTests
{
    [Theory]
    [InlineData("one; two ;three", "one|two|three")]
    [InlineData(" ; one;;", "one")]
    [InlineData("one\tvalue; of it", "one")]
    [InlineData("", "")]
    public void Terms_are_cut_at_semicolons_and_end_with_their_cell(string cell, string terms) =>
        string.Join('|', TermFile.Terms("de\tkind\t" + cell, "de\tkind\t".Length)).ShouldBe(terms);

    [Fact]
    public void Neighbouring_rows_share_the_string_of_an_equal_cell()
    {
        var language = "de";
        var before = language;

        TermFile.Cell("de\tkind", 0, ref language).ShouldBe(3);
        language.ShouldBeSameAs(before);
        TermFile.Cell("fr\tkind", 0, ref language);
        language.ShouldBe("fr");
    }
}
