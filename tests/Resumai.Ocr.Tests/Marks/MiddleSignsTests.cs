using Resumai.Ocr.Marks;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Tests.Raster;

namespace Resumai.Ocr.Tests.Marks;

public class MiddleSignsTests
{
    private const int Baseline = 80;

    private static RecognizedWord Word(string text, int left, int right, IReadOnlyList<RecognizedLetter>? letters = null) =>
        new(text, new PixelBox(left, 50, right, Baseline), 0, Baseline, 0.9, letters ?? []);

    private static GrayImage Line() => Drawing.Page(600, 120).Fill(new PixelBox(40, 50, 140, Baseline), 20).Fill(new PixelBox(180, 50, 280, Baseline), 20);

    private static string Read(GrayImage image, params RecognizedWord[] words) => string.Join(' ', MiddleSigns.Put(words, image).Select(w => w.Text));

    [Theory]
    [InlineData("-")]
    [InlineData("«")]
    [InlineData(".")]
    public void A_dot_halfway_up_is_no_other_sign(string read)
    {
        var image = Line().Fill(new PixelBox(158, 64, 164, 70), 20);

        Read(image, Word("Oslo", 40, 140), Word(read, 156, 166), Word("Bergen", 180, 280)).ShouldBe("Oslo · Bergen");
    }

    [Fact]
    public void A_dot_or_dash_that_was_left_out_is_put_where_it_stands()
    {
        Read(Line().Fill(new PixelBox(158, 64, 164, 70), 20), Word("Oslo", 40, 140), Word("Bergen", 180, 280)).ShouldBe("Oslo · Bergen");
        Read(Line().Fill(new PixelBox(150, 66, 170, 70), 20), Word("2012", 40, 140), Word("2014", 180, 280)).ShouldBe("2012 – 2014");
        Read(Line().Fill(new PixelBox(300, 64, 306, 70), 20), Word("Oslo", 40, 140), Word("Bergen", 180, 280)).ShouldBe("Oslo Bergen ·");
    }

    [Fact]
    public void A_sign_whose_box_is_beside_its_ink_is_not_put_twice() =>
        Read(Line().Fill(new PixelBox(150, 66, 170, 70), 20), Word("2012", 40, 140), Word("-", 172, 178), Word("2014", 180, 280)).ShouldBe("2012 - 2014");

    [Fact]
    public void A_pale_dash_behind_a_year_is_put_where_it_stands()
    {
        Read(Line().Fill(new PixelBox(152, 66, 168, 69), 180), Word("2012", 40, 140), Word("now", 180, 280)).ShouldBe("2012 – now");
        Read(Line(), Word("2012", 40, 140), Word("now", 180, 280)).ShouldBe("2012 now");
        Read(Line().Fill(new PixelBox(152, 66, 168, 69), 180), Word("Oslo", 40, 140), Word("now", 180, 280)).ShouldBe("Oslo now");
    }

    [Fact]
    public void The_end_of_a_dash_is_no_dot() =>
        Read(Line().Fill(new PixelBox(150, 66, 170, 70), 20), Word("2012", 40, 140), Word("-", 165, 171), Word("2014", 180, 280)).ShouldBe("2012 - 2014");

    [Fact]
    public void A_dash_that_was_read_stays_as_it_was_read() =>
        Read(Line().Fill(new PixelBox(150, 66, 170, 70), 20), Word("2012", 40, 140), Word("—", 150, 170), Word("2014", 180, 280)).ShouldBe("2012 — 2014");

    [Fact]
    public void A_short_thick_dash_that_was_read_is_no_dot()
    {
        var image = Line().Fill(new PixelBox(155, 64, 165, 71), 20);

        Read(image, Word("2012", 40, 140), Word("-", 155, 165), Word("2014", 180, 280)).ShouldBe("2012 - 2014");
        Read(image, Word("2012", 40, 140), Word("«", 155, 165), Word("2014", 180, 280)).ShouldBe("2012 • 2014");
    }

    [Fact]
    public void A_round_letter_close_behind_its_word_is_no_bullet()
    {
        var image = Drawing.Page(600, 120).Fill(new PixelBox(40, 50, 60, Baseline), 20).Fill(new PixelBox(66, 50, 86, Baseline), 20).Disc(97, 68, 7, 20).Fill(new PixelBox(180, 50, 280, Baseline), 20);
        RecognizedLetter[] letters = [new("A", new PixelBox(40, 50, 60, Baseline)), new("b", new PixelBox(66, 50, 86, Baseline)), new("s", new PixelBox(89, 60, 105, 76))];

        Read(image, Word("Abs", 40, 105, letters), Word("Film", 180, 280)).ShouldBe("Abs Film");
    }

    [Fact]
    public void Points_on_the_base_line_colons_and_the_dot_of_an_i_are_no_middle_dots()
    {
        var point = Line().Fill(new PixelBox(158, 74, 164, 80), 20);
        var colon = Line().Fill(new PixelBox(158, 74, 164, 80), 20).Fill(new PixelBox(158, 62, 164, 68), 20);
        var high = Line().Fill(new PixelBox(158, 50, 164, 56), 20);

        foreach (var image in (GrayImage[])[point, colon, high]) Read(image, Word("Oslo", 40, 140), Word("Bergen", 180, 280)).ShouldBe("Oslo Bergen");
    }

    [Fact]
    public void A_bullet_read_as_the_last_letter_of_a_word_is_parted_from_it()
    {
        var image = Drawing.Page(600, 120).Fill(new PixelBox(40, 50, 60, Baseline), 20).Fill(new PixelBox(66, 50, 86, Baseline), 20).Disc(104, 68, 7, 20).Fill(new PixelBox(180, 50, 280, Baseline), 20);
        RecognizedLetter[] letters = [new("A", new PixelBox(40, 50, 60, Baseline)), new("b", new PixelBox(66, 50, 86, Baseline)), new("e", new PixelBox(96, 60, 112, 76))];

        Read(image, Word("Abe", 40, 112, letters), Word("Film", 180, 280)).ShouldBe("Ab • Film");
    }

    [Fact]
    public void Two_years_that_were_joined_are_parted_where_the_dash_stands()
    {
        var image = Drawing.Page(600, 120);
        var letters = new List<RecognizedLetter>();
        for (var i = 0; i < 8; i++)
        {
            var box = new PixelBox(40 + i * 24 + (i < 4 ? 0 : 20), 50, 60 + i * 24 + (i < 4 ? 0 : 20), Baseline);
            image.Fill(box, 20);
            letters.Add(new RecognizedLetter("20212023"[i].ToString(), box));
        }
        image.Fill(new PixelBox(136, 66, 154, 70), 20);

        Read(image, Word("20212023", 40, 248, letters)).ShouldBe("2021–2023");
    }

    [Fact]
    public void A_dot_that_is_higher_than_long_is_no_dash() =>
        Read(Line().Fill(new PixelBox(158, 62, 164, 70), 20), Word("Oslo", 40, 140), Word("-", 156, 166), Word("Bergen", 180, 280)).ShouldBe("Oslo · Bergen");

    [Fact]
    public void A_point_of_three_pixels_is_found() =>
        Read(Line().Fill(new PixelBox(159, 65, 164, 66), 200).Fill(new PixelBox(159, 66, 164, 67), 140).Fill(new PixelBox(160, 67, 163, 68), 60).Fill(new PixelBox(159, 68, 164, 69), 140), Word("Oslo", 40, 140), Word("Bergen", 180, 280)).ShouldBe("Oslo · Bergen");

    [Fact]
    public void A_slash_of_which_a_dot_is_left_stays_a_slash() =>
        Read(Line().Fill(new PixelBox(158, 64, 162, 69), 20), Word("06", 40, 140), Word("/", 154, 166), Word("2012", 180, 280)).ShouldBe("06 / 2012");

    [Fact]
    public void A_disc_between_words_is_no_letter() =>
        Read(Line().Disc(160, 67, 5, 20), Word("Teatro", 40, 140), Word("e", 154, 167), Word("Nuoto", 180, 280)).ShouldBe("Teatro • Nuoto");

    [Fact]
    public void A_swung_dash_is_told_from_a_level_one()
    {
        var image = Line();
        // One half rises, the other falls.
        for (var x = 0; x < 20; x++) image.Fill(new PixelBox(150 + x, 67 - (int)Math.Round(2 * Math.Sin(x * Math.PI / 10)), 151 + x, 70 - (int)Math.Round(2 * Math.Sin(x * Math.PI / 10))), 20);

        Read(image, Word("2015", 40, 140), Word("-", 150, 170), Word("2018", 180, 280)).ShouldBe("2015 ~ 2018");
    }

    [Fact]
    public void A_small_dot_that_is_too_pale_for_a_piece_of_ink_is_no_dash_where_one_was_read()
    {
        Read(Line().Fill(new PixelBox(158, 64, 163, 69), 180), Word("Oslo", 40, 140), Word("-", 156, 166), Word("Bergen", 180, 280)).ShouldBe("Oslo · Bergen");
        Read(Line().Fill(new PixelBox(154, 65, 168, 68), 180), Word("Oslo", 40, 140), Word("-", 154, 168), Word("Bergen", 180, 280)).ShouldBe("Oslo - Bergen");
    }
}
