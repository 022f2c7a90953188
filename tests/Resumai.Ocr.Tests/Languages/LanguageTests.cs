using Resumai.Ocr.Languages;
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
    public void On_a_Greek_page_a_word_in_doubt_is_taken_from_the_English_reading_and_the_rest_of_the_line_is_not()
    {
        RecognizedWord[] line = [Word("Γνώσεις:", 0, 0.9), Word("Κυδετηείε5", 100, 0.4)];

        var read = ForeignWords.ReadAgain(line, "ell", _ => false, _ => false, _ => [Word("Fvwoeic:", 0, 0.3), Word("Kubernetes", 100, 0.9)]);

        read.Select(w => w.Text).ShouldBe(["Γνώσεις:", "Kubernetes"]);
    }

    [Fact]
    public void A_word_in_doubt_that_the_page_s_language_has_is_not_taken_from_the_English_reading() =>
        ForeignWords.ReadAgain([Word("σήμερα)", 0, 0.4)], "ell", word => word == "σήμερα", _ => false, _ => throw new InvalidOperationException()).ShouldHaveSingleItem();

    [Fact]
    public void Capitals_that_are_no_word_of_the_page_s_language_and_one_of_English_are_English() =>
        ForeignWords.ReadAgain([Word("ΜΒΑ,", 0, 0.96), Word("ΕΡΓΑ", 100, 0.9)], "ell", word => word == "ΕΡΓΑ", word => word == "MBA", _ => [Word("MBA,", 0, 0.9), Word("EPTA", 100, 0.9)])
            .Select(w => w.Text).ShouldBe(["MBA,", "ΕΡΓΑ"]);

    [Theory]
    [InlineData("ΗΑ(ΓΡ", "HACCP")]
    [InlineData("ΚΊεονεο!", "Kleoveol")]
    public void What_no_Greek_word_is_written_like_is_taken_from_the_English_reading_if_that_is_surer(string greek, string english)
    {
        ForeignWords.ReadAgain([Word(greek, 0, 0.66)], "ell", _ => false, _ => false, _ => [Word(english, 0, 0.75)]).Single().Text.ShouldBe(english);
        ForeignWords.ReadAgain([Word(greek, 0, 0.66)], "ell", _ => false, _ => false, _ => [Word(english, 0, 0.62)]).Single().Text.ShouldBe(greek);
    }

    [Fact]
    public void A_Greek_month_is_none_of_the_other_script_and_signs_beside_a_word_do_not_make_it_doubtful()
    {
        ForeignWords.ReadAgain([Word("Ιαν/2016", 0, 0.4)], "ell", _ => false, _ => false, _ => [Word("Iav/2016", 0, 0.91)]).Single().Text.ShouldBe("Ιαν/2016");
        ForeignWords.ReadAgain([Word("4ρ6ῦ", 0, 0.1)], "ell", _ => false, _ => false, _ => [Word("4567", 0, 0.97)]).Single().Text.ShouldBe("4567");
        ForeignWords.ReadAgain([Word("ΚΙαίεος:", 0, 0.66)], "ell", _ => false, _ => false, _ => [Word("Kliate", 0, 0.92), Word("-", 60, 0.3)]).Single().Text.ShouldBe("Kliate");
    }

    [Fact]
    public void A_long_word_of_which_nothing_can_be_made_is_read_by_itself()
    {
        RecognizedWord[] line = [Word("Ηλ.", 0, 0.95), Word("Ιθοπίάας5θ15", 100, 0)];

        ForeignWords.ReadAgain(line, "ell", _ => false, _ => false, box => box.Left < 50 ? [Word("HA.", 0, 0.3), Word("leonidas", 100, 0.5)] : [Word("leonidas", 100, 0.92)])
            .Select(w => w.Text).ShouldBe(["Ηλ.", "leonidas"]);
    }

    [Fact]
    public void Pages_in_Latin_letters_have_no_foreign_words() =>
        ForeignWords.ReadAgain([Word("Doświadczenie", 0, 0.4)], "pol", _ => false, _ => false, _ => throw new InvalidOperationException()).Count.ShouldBe(1);

    [Fact]
    public void French_read_with_the_Greek_model_is_not_Greek()
    {
        static IReadOnlyList<RecognizedWord> Words(string text) => [.. text.Split(' ').Select(t => Word(t, 0, 0.8))];

        PageRecognition.IsIn("el", Words("Maitre de conférences και τόροηςο Université των Bourgogne για Montpellier από mention"), _ => false).ShouldBeFalse();
        PageRecognition.IsIn("el", Words("Πολιτικός μηχανικός με εμπειρία σε στατικές μελέτες και αντισεισμικές ενισχύσεις για την εταιρεία από το SAP"), _ => false).ShouldBeTrue();
        PageRecognition.IsIn("el", Words("Σμύρνης Κηφισιά Θεσσαλονίκη Νερό"), word => word is "Κηφισιά" or "Σμύρνης").ShouldBeTrue();
        PageRecognition.IsIn("el", Words("Σμύρνης Κηφισιά Θεσσαλονίκη Νερό"), word => word is "Νερό").ShouldBeFalse();
    }

    private static RecognizedWord Word(string text, int left, double confidence) =>
        new(text, new PixelBox(left, 10, left + text.Length * 10, 40), 0, 40, confidence, []);
}
