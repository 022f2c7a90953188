using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Tests.Raster;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class WordTests
{
    private static RecognizedWord Word(string text, PixelBox box, double confidence = 0.9, int line = 0) => new(text, box, line, box.Bottom, confidence, []);

    [Fact]
    public void A_disc_before_a_line_is_its_list_mark()
    {
        var image = Drawing.Page(400, 100).Disc(30, 58, 5, 20).Text(new PixelBox(60, 40, 300, 70), letter: 30);
        RecognizedWord[] line = [Word("e", new PixelBox(25, 53, 36, 64)) with { Baseline = 70 }, Word("Leads", new PixelBox(60, 40, 160, 70)), Word("teams", new PixelBox(170, 40, 300, 70))];

        WordFilter.Keep(line, image).Select(w => w.Text).ShouldBe(["•", "Leads", "teams"]);
    }

    [Theory]
    [InlineData("—")]
    [InlineData("-")]
    public void A_dash_between_a_disc_and_its_item_was_read_into_the_gap(string dash)
    {
        var image = Drawing.Page(400, 100).Disc(30, 58, 5, 20).Text(new PixelBox(90, 40, 330, 70), letter: 30);
        RecognizedWord[] line = [Word("e", new PixelBox(25, 53, 36, 64)) with { Baseline = 70 }, Word(dash, new PixelBox(40, 55, 70, 58), 0.5), Word("Leads", new PixelBox(90, 40, 190, 70)), Word("teams", new PixelBox(200, 40, 330, 70))];

        WordFilter.Keep(line, image).Select(w => w.Text).ShouldBe(["•", "Leads", "teams"]);
    }

    [Fact]
    public void A_stroke_between_two_items_is_kept_however_wide_the_spaces()
    {
        RecognizedWord[] line = [Word("Statistics", new PixelBox(20, 40, 200, 70)), Word("|", new PixelBox(250, 36, 254, 74)), Word("Writing", new PixelBox(304, 40, 430, 70)), Word("|", new PixelBox(480, 36, 484, 74))];

        WordFilter.Keep(line, Drawing.Page(600, 100)).Select(w => w.Text).ShouldBe(["Statistics", "|", "Writing", "|"]);
    }

    [Fact]
    public void A_stroke_far_behind_a_line_is_a_rule()
    {
        RecognizedWord[] line = [Word("Statistics", new PixelBox(20, 40, 200, 70)), Word("|", new PixelBox(250, 36, 254, 74))];

        WordFilter.Keep(line, Drawing.Page(600, 100)).Single().Text.ShouldBe("Statistics");
    }

    [Fact]
    public void Short_words_with_figures_are_no_row_of_marks()
    {
        RecognizedWord[] line = [Word("2016–17", new PixelBox(20, 40, 200, 70)), Word("1", new PixelBox(220, 40, 230, 70), 0.5), Word("r.", new PixelBox(240, 40, 260, 70), 0.4), Word("8", new PixelBox(270, 40, 290, 70), 0.4), Word("m.", new PixelBox(300, 40, 330, 70))];

        WordFilter.Keep(line, Drawing.Page(600, 100)).Select(w => w.Text).ShouldBe(["2016–17", "1", "r.", "8", "m."]);
    }

    [Fact]
    public void A_range_of_months_is_kept_however_unsure()
    {
        RecognizedWord[] line = [Word("Period:", new PixelBox(20, 40, 200, 70)), Word("02.2021-07.2022", new PixelBox(220, 40, 430, 70), 0.1)];

        WordFilter.Keep(line, Drawing.Page(600, 100)).Select(w => w.Text).ShouldBe(["Period:", "02.2021-07.2022"]);
    }

    [Fact]
    public void A_dash_between_words_is_kept_however_unsure()
    {
        RecognizedWord[] line = [Word("2020", new PixelBox(20, 40, 100, 70)), Word("—", new PixelBox(110, 54, 130, 58), 0.2), Word("2021", new PixelBox(140, 40, 220, 70))];

        WordFilter.Keep(line, Drawing.Page(600, 100)).Select(w => w.Text).ShouldBe(["2020", "—", "2021"]);
    }

    [Fact]
    public void An_address_is_kept_however_unsure() =>
        WordFilter.Keep([Word("Web:", new PixelBox(20, 40, 100, 70)), Word("//site.example/0005-67", new PixelBox(110, 40, 430, 70), 0.01)], Drawing.Page(600, 100)).Select(w => w.Text).ShouldBe(["Web:", "//site.example/0005-67"]);

    [Fact]
    public void A_sliver_of_a_line_is_no_word()
    {
        RecognizedWord[] line = [Word("Education", new PixelBox(20, 40, 200, 70)), Word("nEgo", new PixelBox(60, 60, 110, 66), 0)];

        WordFilter.Keep(line, Drawing.Page(600, 100)).Single().Text.ShouldBe("Education");
    }

    [Fact]
    public void An_icon_read_as_the_sides_of_a_frame_before_a_heading_is_no_word()
    {
        var image = Drawing.Page(400, 100);

        WordFilter.Keep([Word("Γ]", new PixelBox(20, 40, 50, 70), 0.5), Word("Γλώσσες", new PixelBox(70, 40, 190, 70))], image).Single().Text.ShouldBe("Γλώσσες");
    }

    [Fact]
    public void A_disc_on_the_rule_of_a_timeline_is_no_letter_and_a_letter_as_far_away_is()
    {
        var image = Drawing.Page(400, 200).Disc(30, 55, 12, 20).Fill(new PixelBox(28, 20, 33, 100), 20)
            .Fill(new PixelBox(20, 140, 26, 170), 20).Fill(new PixelBox(20, 164, 36, 170), 20);
        RecognizedWord[] words =
        [
            Word("é", new PixelBox(18, 34, 43, 68)), Word("2020", new PixelBox(90, 40, 160, 70)), Word("today", new PixelBox(170, 40, 250, 70)),
            Word("L", new PixelBox(18, 138, 38, 172), line: 1), Word("Large", new PixelBox(90, 140, 160, 170), line: 1),
        ];

        WordFilter.Keep(words, image).Select(w => w.Text).ShouldBe(["2020", "today", "L", "Large"]);
    }

    [Fact]
    public void Lines_of_signs_and_doubtful_scraps_are_dropped_and_doubtful_words_are_kept()
    {
        var image = Drawing.Page(400, 200);
        RecognizedWord[] words =
        [
            Word("|", new PixelBox(10, 10, 14, 40), 0.3), Word("~.", new PixelBox(20, 10, 30, 40), 0.2),
            Word("x4", new PixelBox(10, 60, 40, 90), 0.1, line: 1),
            Word("μελετών", new PixelBox(10, 110, 110, 140), 0.02, line: 2),
        ];

        WordFilter.Keep(words, image).Select(w => w.Text).ShouldBe(["μελετών"]);
    }

    [Fact]
    public void Sizes_that_differ_by_less_than_can_be_measured_are_one()
    {
        var groups = FontSizes.Groups([(10.1, 400), (9.8, 300), (10.4, 200), (14.1, 20), (13.6, 10), (24, 12)]);

        groups(9.8).ShouldBe(groups(10.4));
        groups(13.6).ShouldBe(groups(14.1));
        groups(14.1).ShouldNotBe(groups(10.4));
        groups(24).ShouldBe(24);
    }

    [Fact]
    public void Strokes_are_measured_as_thick_as_they_are_in_grey_as_in_black()
    {
        static double Measured(int width, byte ink) =>
            InkMeasure.StrokeWidth(Drawing.Page(120, 120).Fill(new PixelBox(20, 20, 20 + width, 100), ink).Fill(new PixelBox(60, 20, 60 + width, 100), ink), new PixelBox(0, 0, 120, 120));

        Measured(4, 0).ShouldBe(4, 0.4);
        Measured(8, 0).ShouldBe(8, 1);
        Measured(8, 130).ShouldBe(Measured(8, 0));
    }

    [Fact]
    public void A_word_of_signs_tells_no_font_size()
    {
        var image = Drawing.Page(120, 60).Fill(new PixelBox(20, 25, 80, 30), 0);

        InkMeasure.FontSize(image, Word("—", new PixelBox(20, 20, 80, 40)), 45).ShouldBe(0);
        TextRun.Of([Word("—", new PixelBox(20, 20, 80, 40))], image).ShouldHaveSingleItem().FontSize.ShouldBeInRange(10, 100);
    }

    [Fact]
    public void Bold_begins_in_the_gap_between_usual_and_thick_strokes() =>
        StrokeWeights.BoldFrom([(0.10, 300), (0.104, 200), (0.107, 100), (0.135, 40), (0.14, 30)]).ShouldBeInRange(0.112, 0.131);

    [Fact]
    public void A_square_as_high_as_a_small_letter_is_a_list_mark_and_a_letter_is_none()
    {
        static string Marked(GrayImage image) => WordFilter.Keep([Word("m", new PixelBox(20, 48, 38, 70)), Word("Shopify", new PixelBox(60, 40, 160, 76)) with { Baseline = 70 }], image)[0].Text;

        Marked(Drawing.Page(400, 100).Fill(new PixelBox(20, 49, 38, 68), 20)).ShouldBe("•");
        Marked(Drawing.Page(400, 100).Fill(new PixelBox(20, 49, 24, 70), 20).Fill(new PixelBox(27, 49, 31, 70), 20).Fill(new PixelBox(34, 49, 38, 70), 20)).ShouldBe("m");
    }

    [Fact]
    public void A_rule_between_columns_is_no_stroke_and_a_stroke_between_words_is()
    {
        static string Read(PixelBox ink) => string.Join(' ', WordFilter.Keep(
            [Word("Név", new PixelBox(40, 100, 100, 130)), Word("|", new PixelBox(118, 98, 122, 134)), Word("Lakatos", new PixelBox(140, 100, 260, 130))], Drawing.Page(400, 300).Fill(ink, 20)).Select(w => w.Text));

        Read(new PixelBox(118, 20, 121, 250)).ShouldBe("Név Lakatos");
        Read(new PixelBox(118, 98, 121, 134)).ShouldBe("Név | Lakatos");
    }

    [Fact]
    public void What_a_pattern_is_read_as_is_dropped_however_like_words_it_is()
    {
        var junk = "PREOS OSROTC TZOO ORDERY SZCZ".Split(' ').Select((t, i) => Word(t, new PixelBox(40 + i * 120, 10, 140 + i * 120, 30), 0.05)).ToArray();

        WordFilter.Keep(junk, Drawing.Page(700, 60)).ShouldBeEmpty();
        WordFilter.Keep([.. junk.Select(w => w with { Confidence = 0.4 })], Drawing.Page(700, 60)).Count.ShouldBe(5);
    }
}
