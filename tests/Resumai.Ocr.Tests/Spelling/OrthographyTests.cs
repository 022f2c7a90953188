using Resumai.Ocr.Raster;
using Resumai.Ocr.Spelling;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Tests.Spelling;

public class OrthographyTests
{
    [Theory]
    [InlineData("Ἐθελόντρια", "Εθελόντρια")]
    [InlineData("Ὑπεύθυνη", "Υπεύθυνη")]
    [InlineData("Ἑλλάδα", "Ελλάδα")]
    [InlineData("τῆς", "τής")]
    [InlineData("Προὐπηρεσία", "Προϋπηρεσία")]
    [InlineData("Προύπολογισμός:", "Προϋπολογισμός:")]
    [InlineData("ΠΡΟΥΠΗΡΕΣΙΑ", "ΠΡΟΫΠΗΡΕΣΙΑ")]
    [InlineData("προὐϋπόθεση", "προϋπόθεση")]
    [InlineData("Αὐξηση", "Αύξηση")]
    [InlineData("Ιοὐλ.,", "Ιούλ.,")]
    [InlineData("κούρασή", "κούρασή")]
    [InlineData("γαϊδούρι", "γαϊδούρι")]
    [InlineData("Αντισεισµικός", "Αντισεισμικός")]
    [InlineData("SAP2000", "SAP2000")]
    public void Greek_has_one_accent_and_no_breathings(string read, string written) => Orthography.Greek(read).ShouldBe(written);

    [Theory]
    [InlineData("---", "–", "el")]
    [InlineData("2019--2023", "2019–2023", "fr")]
    [InlineData("zo12", "2012", "pt")]
    [InlineData("(20I6)", "(2016)", "hu")]
    [InlineData("zoo", "zoo", "en")]
    [InlineData("1.*", "1.º", "es")]
    [InlineData("2.\"", "2.º", "pt")]
    [InlineData("0.0.,", "o.o.,", "pl")]
    [InlineData("0.0.", "0.0.", "de")]
    [InlineData("(c1)", "(C1)", "nl")]
    [InlineData("\"24", "'24", "fr")]
    [InlineData("\"11—nov.", "'11—nov.", "fr")]
    [InlineData("\"24\"", "\"24\"", "fr")]
    [InlineData("Linkedln:", "LinkedIn:", "de")]
    [InlineData("c3", "c3", "nl")]
    [InlineData("lip*08", "lip'08", "pl")]
    [InlineData("C*08", "C*08", "pl")]
    [InlineData("9/2017»6/2020", "9/2017–6/2020", "el")]
    [InlineData("180.000Ε,", "180.000€,", "el")]
    [InlineData("12Ε", "12Ε", "el")]
    [InlineData("δι", "&", "el")]
    [InlineData("20182021", "2018–2021", "el")]
    [InlineData("20180521", "20180521", "el")]
    [InlineData("9/20174/2023", "9/2017–4/2023", "nl")]
    [InlineData("10/200410/2010", "10/2004–10/2010", "nl")]
    [InlineData("9/201745/2023", "9/201745/2023", "nl")]
    [InlineData("945$$1", "945551", "nb")]
    [InlineData("500$", "500$", "nb")]
    [InlineData("20n,", "2011,", "hu")]
    [InlineData("20nm", "20nm", "hu")]
    [InlineData("IS0", "ISO", "hu")]
    [InlineData("IS09001,", "ISO9001,", "hu")]
    [InlineData("1507", "1507", "hu")]
    [InlineData("1509001", "ISO9001", "hu")]
    [InlineData("--36", "+36", "hu")]
    [InlineData("Β2", "B2", "el")]
    [InlineData("(ΒΊ)", "(B1)", "el")]
    [InlineData("Οκτ'2Ί", "Οκτ'21", "el")]
    [InlineData("--36302228996", "+36302228996", "hu")]
    [InlineData("--5", "--5", "hu")]
    [InlineData("2023.IO.", "2023.10.", "hu")]
    [InlineData("2023.II.", "2023.II.", "hu")]
    [InlineData("https://Ainkedin.com/An/ada", "https://linkedin.com/in/ada", "hu")]
    [InlineData("1509002", "1509002", "hu")]
    [InlineData("150", "150", "hu")]
    public void Signs_and_figures_are_written_as_they_always_are(string read, string written, string language) => Orthography.Of(read, language).ShouldBe(written);

    [Theory]
    [InlineData(new[] { "10/2004", "·", "10/2010" }, new[] { "10/2004", "–", "10/2010" })]
    [InlineData(new[] { "12/2010-", "·", "8/2017" }, new[] { "12/2010-", "8/2017" })]
    [InlineData(new[] { "–", "—" }, new[] { "–" })]
    [InlineData(new[] { "150", "9001-audit" }, new[] { "ISO", "9001-audit" })]
    [InlineData(new[] { "150", "9002" }, new[] { "150", "9002" })]
    [InlineData(new[] { "2019", "·", "Word" }, new[] { "2019", "·", "Word" })]
    public void A_sign_between_words_is_told_by_them(string[] read, string[] written) =>
        Orthography.Of([.. read.Select((text, i) => new RecognizedWord(text, new PixelBox(i * 100, 0, i * 100 + 80, 40), 0, 40, 0.9, []))], "nl").Select(w => w.Text).ShouldBe(written);

    [Fact]
    public void Months_are_abbreviated_by_a_letter_in_Romanian() =>
        Orthography.Of([new RecognizedWord("9", new PixelBox(0, 0, 20, 40), 0, 40, 0.9, []), new RecognizedWord("1.)", new PixelBox(30, 0, 60, 40), 0, 40, 0.9, [])], "ro").Select(w => w.Text).ShouldBe(["9", "l.)"]);

    [Fact]
    public void Romanian_has_commas_and_no_cedillas() => Orthography.Romanian("Naţionalitate, Şef").ShouldBe("Naționalitate, Șef");
}
