using Resumai.Ocr.Spelling;

namespace Resumai.Ocr.Tests.Spelling;

public class GreekMisreadingsTests
{
    [Theory]
    [InlineData("7Ί", "71")]
    [InlineData("Ί4", "14")]
    [InlineData("12/200δ", "12/2008")]
    [InlineData("Ί10000€", "110000€")]
    [InlineData("17ο", "17ο")]
    [InlineData("Ίδιος", "Ίδιος")]
    public void Letters_amid_figures_are_figures(string read, string printed) => GreekMisreadings.Of(read).ShouldBe(printed);

    [Theory]
    [InlineData("ίουν", "Ιουν")]
    [InlineData("|ουν", "Ιουν")]
    [InlineData("2022-ἱουλ", "2022-Ιουλ")]
    [InlineData("]ωάννινα", "Ιωάννινα")]
    [InlineData("Ίαν.", "Ιαν.")]
    [InlineData("ίαση", "ίαση")]
    public void What_the_iota_of_a_month_or_name_looks_like_is_that_letter(string read, string printed) => GreekMisreadings.Of(read).ShouldBe(printed);

    [Theory]
    [InlineData("3ετ.", "3έτ.")]
    [InlineData("εως", "έως")]
    [InlineData("2002εως", "2002έως")]
    public void Years_and_until_have_their_accents(string read, string printed) => GreekMisreadings.Of(read).ShouldBe(printed);
}
