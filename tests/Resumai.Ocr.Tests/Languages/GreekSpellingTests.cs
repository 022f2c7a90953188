using Resumai.Ocr.Languages;

namespace Resumai.Ocr.Tests.Languages;

public class GreekSpellingTests
{
    [Theory]
    [InlineData("Παπαντωνίου")]
    [InlineData("Ιαν/2018")]
    [InlineData("Αυγ")]
    [InlineData("ΕΠΑΛ")]
    [InlineData("Προὐπολογισμός")]
    [InlineData("εμπειρία")]
    [InlineData("Άνθρωπος")]
    [InlineData("2012")]
    [InlineData("Kubernetes")]
    public void Names_abbreviations_and_capitals_may_be_Greek(string word) => GreekSpelling.MayBe(word).ShouldBeTrue();

    [Theory]
    [InlineData("5ΑΡ")]
    [InlineData("ΚιΟΟ")]
    [InlineData("Τεαβπι5")]
    [InlineData("Ώεχοοπη")]
    [InlineData("οοοι")]
    [InlineData("ἱπ")]
    public void Figures_capitals_and_accents_amid_letters_are_not_Greek(string word) => GreekSpelling.MayBe(word).ShouldBeFalse();
}
