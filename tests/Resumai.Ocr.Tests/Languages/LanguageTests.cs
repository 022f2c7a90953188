using Resumai.Ocr.Languages;
using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Tests.Languages;

public class LanguageTests
{
    [Theory]
    [InlineData("Responsavel pela gestao de projetos e pelas equipas na empresa desde entao", "pt")]
    [InlineData("zodpovedny za vedeni tymu pri zavadeni systemu jakosti a jeho rizeni ve firme", "cs")]
    [InlineData("Verantwortlich fiir die Planung und den Aufbau der Abteilung sowie fur das Budget", "de")]
    public void Text_without_its_accents_still_tells_its_language(string text, string language) =>
        RoughLanguage.Of(text.Split(' ')).ShouldBe(language);

    [Theory]
    [InlineData("Doswiadczenie zawodowe 2012 Wyksztalcenie Acme Kubernetes", "pl")]
    [InlineData("Pracovni zkusenosti 2014 Vzdelani Acme brezen", "cs")]
    [InlineData("Erhvervserfaring Acme 2019 Uddannelse", "da")]
    public void Headings_tell_the_language_of_a_page_without_sentences(string text, string language) =>
        RoughLanguage.Of(text.Split(' ')).ShouldBe(language);

    [Fact]
    public void Languages_whose_words_are_much_alike_are_both_likely()
    {
        RoughLanguage.Likely("od do kurzy skola kontrola univerzita fakulta jazykove znalosti zaklady gymnazium maturita".Split(' ')).Take(2).Order().ShouldBe(["cs", "sk"]);
        RoughLanguage.Likely("Verantwortlich fiir die Planung und den Aufbau der Abteilung".Split(' ')).ShouldBe(["de"]);
    }

    [Fact]
    public void Languages_that_are_taken_for_each_other_name_each_other()
    {
        ModelNames.Alike("cs").ShouldBe("sk");
        ModelNames.Alike("sk").ShouldBe("cs");
        ModelNames.Alike("fr").ShouldBeNull();
    }

    [Fact]
    public void A_model_that_suits_knows_most_of_the_longer_words_that_it_reads()
    {
        PageRecognition.KnownPart([Word("Zkušenost", 0, 0.9), Word("lidi,", 100, 0.9), Word("od", 200, 0.9), Word("2012", 300, 0.9)], word => word == "Zkušenost").ShouldBe(9 / 13.0);
        PageRecognition.KnownPart([Word("2012", 0, 0.9)], _ => true).ShouldBe(0);
    }

    [Fact]
    public void Names_and_numbers_tell_no_language() => RoughLanguage.Of("Kubernetes Docker 2019 2020 Acme".Split(' ')).ShouldBeNull();

    [Fact]
    public void French_read_with_the_Greek_model_is_not_Greek()
    {
        static IReadOnlyList<RecognizedWord> Words(string text) => [.. text.Split(' ').Select(t => Word(t, 0, 0.8))];

        PageRecognition.IsIn(Words("Maitre de conférences και τόροηςο Université των Bourgogne για Montpellier από mention"), _ => true).ShouldBeFalse();
        PageRecognition.IsIn(Words("Σμύρνης Κηφισιά Θεσσαλονίκη Νερό"), word => word is "Κηφισιά" or "Σμύρνης").ShouldBeTrue();
        PageRecognition.IsIn(Words("Σμύρνης Κηφισιά Θεσσαλονίκη Νερό"), word => word is "Νερό").ShouldBeFalse();
    }

    [Fact]
    public void The_least_sure_band_is_where_most_letters_are_in_doubt()
    {
        RecognizedWord[] words = [Line("Kubernetes", 100, 0.95), Line("nuwoupyia", 500, 0.4), Line("ETMXE_ipt", 560, 0.5), Line("Excel", 900, 0.5)];

        UnsureBand.Of(words, new PixelBox(0, 0, 800, 1000)).ShouldSatisfyAllConditions(b => b.Top.ShouldBeLessThanOrEqualTo(500), b => b.Bottom.ShouldBeGreaterThanOrEqualTo(590), b => b.Height.ShouldBe(200));

        static RecognizedWord Line(string text, int top, double confidence) => new(text, new PixelBox(100, top, 300, top + 30), 0, top + 30, confidence, []);
    }

    private static RecognizedWord Word(string text, int left, double confidence) =>
        new(text, new PixelBox(left, 10, left + text.Length * 10, 40), 0, 40, confidence, []);
}
