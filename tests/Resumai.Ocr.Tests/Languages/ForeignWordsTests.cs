using Resumai.Ocr.Languages;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Tests.Languages;

public class ForeignWordsTests
{
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

    [Theory]
    [InlineData("ΔΕΚ", "AEK")]
    [InlineData("ΜΆΙ", "MAI")]
    [InlineData("ΙΚΕ,", "IKE,")]
    public void Months_and_legal_forms_in_Greek_capitals_stay_however_unsure(string greek, string english) =>
        ForeignWords.ReadAgain([Word(greek, 0, 0.03)], "ell", _ => false, _ => false, _ => [Word(english, 0, 0.96)]).Single().Text.ShouldBe(greek);

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
    public void Figures_of_an_old_style_are_taken_from_the_English_reading() =>
        Read([Word("Ιαν", 0, 0.9), Word("29908", 100, 0.79), Word("2οό8,", 200, 0.2)], Word("lav", 0, 0.35), Word("2008", 100, 0.96), Word("2008,", 200, 0.7)).ShouldBe("Ιαν 2008 2008,");

    [Fact]
    public void A_word_that_no_Greek_word_is_written_like_is_taken_though_it_was_read_almost_as_surely() =>
        Read([Word("Ώθχοοπη", 0, 0.85)], Word("Dexcom", 0, 0.9)).ShouldBe("Dexcom");

    [Fact]
    public void Capitals_beside_a_foreign_word_are_foreign_too() =>
        Read([Word("σε", 0, 0.9), Word("5ΑΡ", 100, 0.7), Word("ΕΙ", 200, 0.97)], Word("SAP", 100, 0.95), Word("FI", 200, 0.95)).ShouldBe("σε SAP FI");

    [Fact]
    public void Capitals_that_are_a_word_of_the_page_s_language_give_way_to_a_degree_or_a_skill_of_other_letters()
    {
        ForeignWords.ReadAgain([Word("(ΝΒΑ)", 0, 0.9)], "ell", _ => true, _ => false, _ => [Word("(VBA)", 0, 0.93)]).Single().Text.ShouldBe("(VBA)");
        ForeignWords.ReadAgain([Word("ΜΒΑ,", 0, 0.96)], "ell", _ => true, _ => false, _ => [Word("MBA,", 0, 0.93)]).Single().Text.ShouldBe("MBA,");
        ForeignWords.ReadAgain([Word("ΤΕΙ,", 0, 0.96)], "ell", _ => true, _ => true, _ => [Word("TEI,", 0, 0.93)]).Single().Text.ShouldBe("ΤΕΙ,");
    }

    [Fact]
    public void A_month_read_as_capitals_is_none_of_the_other_script() => Read([Word("ΑΥΥ", 0, 0.5)], Word("Avy", 0, 0.94)).ShouldBe("ΑΥΥ");

    [Fact]
    public void Only_the_stretch_in_doubt_is_read_again()
    {
        var read = new List<PixelBox>();
        RecognizedWord[] line = [Word("Ανάλυση", 0, 0.96), Word("δεδομένων", 200, 0.94), Word("Ώεχοοηπῃ", 400, 0.4), Word("τιμολόγια", 600, 0.9)];

        ForeignWords.ReadAgain(line, "ell", _ => true, _ => false, _ => []).Count.ShouldBe(4);
        ForeignWords.ReadAgain(line, "ell", word => !word.StartsWith('Ώ'), _ => false, box => { read.Add(box); return []; }).Count.ShouldBe(4);

        read.ShouldHaveSingleItem().Left.ShouldBeInRange(380, 400);
    }

    private static string Read(RecognizedWord[] first, params RecognizedWord[] second) =>
        string.Join(' ', ForeignWords.ReadAgain(first, "ell", word => word is "σε", _ => false, _ => second).Select(w => w.Text));

    private static RecognizedWord Word(string text, int left, double confidence) =>
        new(text, new PixelBox(left, 10, left + text.Length * 10, 40), 0, 40, confidence, []);
}
