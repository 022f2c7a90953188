using Resumai.Ocr.Raster;
using Resumai.Ocr.Spelling;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Tests.Spelling;

public class LookAlikesTests
{
    private static readonly string[] Dictionary = ["Il", "Illustrator", "vinos", "bilingüe", "revues", "modem", "Ξένες", "modern"];

    private static string Mended(string read, double confidence = 0.6, string language = "fr") =>
        new LookAlikes(language, Dictionary.Contains, _ => false).Mend([new RecognizedWord(read, new PixelBox(0, 0, 100, 30), 0, 30, confidence, [])])[0].Text;

    [Theory]
    [InlineData("lllustrator,", "Illustrator,", "de")]
    [InlineData("revucs", "revues", "fr")]
    [InlineData("vínos", "vinos", "es")]
    [InlineData("bilingúe", "bilingüe", "es")]
    [InlineData("Ηένες", "Ξένες", "el")]
    public void A_word_that_is_none_is_mended_by_a_letter_that_looks_alike(string read, string printed, string language) => Mended(read, language: language).ShouldBe(printed);

    [Fact]
    public void The_name_of_a_skill_is_mended_however_surely_it_was_read() => Mended("OGIS", 0.95).ShouldBe("QGIS");

    [Theory]
    [InlineData("modern")]
    [InlineData("vínos@web.example")]
    [InlineData("vínos.example")]
    [InlineData("4711")]
    [InlineData("Revucs")]
    public void Words_addresses_numbers_and_names_stay(string read) => Mended(read, 0.85).ShouldBe(read);

    [Fact]
    public void A_word_that_was_read_surely_stays() => Mended("vínos", 0.95).ShouldBe("vínos");

    [Theory]
    [InlineData("ll", 0.99, "ll")]
    [InlineData("lași", 0.99, "Iași")]
    public void A_small_l_that_begins_no_word_is_the_capital_that_begins_one(string read, double confidence, string printed) =>
        new LookAlikes("ro", word => word == "Iași", _ => false).Mend([new RecognizedWord(read, new PixelBox(0, 0, 100, 30), 0, 30, confidence, [])])[0].Text.ShouldBe(printed);

    [Fact]
    public void A_Greek_accent_that_was_left_out_is_put_where_it_makes_a_word() =>
        new LookAlikes("el", word => word == "έτη", _ => false).Mend([new RecognizedWord("ετη", new PixelBox(0, 0, 100, 30), 0, 30, 0.8, [])])[0].Text.ShouldBe("έτη");
}
