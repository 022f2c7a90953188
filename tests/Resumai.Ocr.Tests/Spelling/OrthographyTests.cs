using Resumai.Ocr.Spelling;

namespace Resumai.Ocr.Tests.Spelling;

public class OrthographyTests
{
    [Theory]
    [InlineData("Ἐθελόντρια", "Εθελόντρια")]
    [InlineData("Ὑπεύθυνη", "Υπεύθυνη")]
    [InlineData("Ἑλλάδα", "Ελλάδα")]
    [InlineData("τῆς", "τής")]
    [InlineData("Προὐπηρεσία", "Προϋπηρεσία")]
    [InlineData("Αντισεισµικός", "Αντισεισμικός")]
    [InlineData("SAP2000", "SAP2000")]
    public void Greek_has_one_accent_and_no_breathings(string read, string written) => Orthography.Greek(read).ShouldBe(written);

    [Fact]
    public void Romanian_has_commas_and_no_cedillas() => Orthography.Romanian("Naţionalitate, Şef").ShouldBe("Naționalitate, Șef");
}
