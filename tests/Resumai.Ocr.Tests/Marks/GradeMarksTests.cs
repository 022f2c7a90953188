using Resumai.Ocr.Marks;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tests.Raster;

namespace Resumai.Ocr.Tests.Marks;

public class GradeMarksTests
{
    private const double DotsPerInch = 300;

    private static GrayImage Discs(GrayImage image, int count, int hollow = 0)
    {
        for (var i = 0; i < count + hollow; i++)
        {
            image.Disc(60 + i * 40, 60, 13, 20);
            if (i >= count) image.Disc(60 + i * 40, 60, 9, 255);
        }
        return image;
    }

    [Fact]
    public void A_row_of_discs_is_taken_off_the_page_whole()
    {
        var image = Discs(Drawing.Page(500, 120), count: 3, hollow: 2);

        var marks = GradeMarks.Find(image, DotsPerInch);

        marks.Count.ShouldBe(5);
        GradeMarks.Without(image, marks).Pixels.ShouldAllBe(p => p == 255);
    }

    [Fact]
    public void Rings_alone_may_be_zeros() => GradeMarks.Find(Discs(Drawing.Page(500, 120), count: 0, hollow: 5), DotsPerInch).ShouldBeEmpty();

    [Fact]
    public void Alike_letters_of_a_word_are_no_marks()
    {
        var image = Discs(Drawing.Page(500, 120), count: 4).Fill(new PixelBox(118, 40, 122, 74), 20);

        GradeMarks.Find(image, DotsPerInch).ShouldBeEmpty();
    }

    [Fact]
    public void A_thick_bar_is_a_mark_and_a_dash_is_not()
    {
        GradeMarks.Find(Drawing.Page(500, 120).Fill(new PixelBox(40, 50, 400, 66), 20), DotsPerInch).ShouldHaveSingleItem();
        GradeMarks.Find(Drawing.Page(500, 120).Fill(new PixelBox(40, 50, 80, 56), 20), DotsPerInch).ShouldBeEmpty();
    }

    [Fact]
    public void The_pale_part_of_a_bar_that_is_not_reached_goes_with_it() =>
        GradeMarks.Find(Drawing.Page(500, 120).Fill(new PixelBox(40, 50, 200, 66), 20).Fill(new PixelBox(200, 50, 400, 66), 170), DotsPerInch).ShouldContain(new PixelBox(40, 50, 400, 66));

    [Fact]
    public void A_pale_ground_with_text_in_it_is_no_bar() =>
        GradeMarks.Find(Drawing.Page(500, 120).Fill(new PixelBox(40, 50, 400, 78), 190).Fill(new PixelBox(60, 56, 66, 72), 20).Fill(new PixelBox(74, 56, 80, 72), 20), DotsPerInch).ShouldBeEmpty();

    [Fact]
    public void A_long_bar_that_slants_a_little_is_one()
    {
        var image = Drawing.Page(1700, 120);
        for (var x = 40; x < 1600; x++) image.Fill(new PixelBox(x, 50 + x / 300, x + 1, 64 + x / 300), 20);

        GradeMarks.Find(image, DotsPerInch).ShouldNotBeEmpty();
    }
}
