using Resumai.Ocr.Lines;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Tests.Raster;

namespace Resumai.Ocr.Tests.Lines;

public class ClosedLineTests
{
    private static GrayImage Letters(int count, int pitch, int wordsOf = 100)
    {
        var image = Drawing.Page(count * pitch + 400, 80);
        for (var i = 0; i < count; i++) image.Fill(new PixelBox(20 + i * pitch + i / wordsOf * 60, 20, 44 + i * pitch + i / wordsOf * 60, 60), 20);
        return image;
    }

    [Fact]
    public void Letters_set_apart_are_drawn_closer()
    {
        var closed = ClosedLine.Of(Letters(8, 44))!;

        closed.Image.Width.ShouldBeLessThan(8 * 44 + 400 - 7 * 14);
        closed.Image.Height.ShouldBe(80);
    }

    [Fact]
    public void What_is_read_stands_where_it_was()
    {
        var closed = ClosedLine.Of(Letters(8, 44))!;
        var last = Array.IndexOf(closed.Origin, 20 + 7 * 44);

        closed.Opened(new RecognizedWord("x", new PixelBox(last, 20, last + 24, 60), 0, 60, 1, [])).Box.ShouldBe(new PixelBox(328, 20, 352, 60));
    }

    [Fact]
    public void The_gap_between_words_stays_wider_than_that_between_letters()
    {
        var closed = ClosedLine.Of(Letters(8, 44, wordsOf: 4))!;

        (Array.IndexOf(closed.Origin, 20 + 4 * 44 + 60) - Array.IndexOf(closed.Origin, 44 + 3 * 44)).ShouldBeGreaterThan(3 * (Array.IndexOf(closed.Origin, 20 + 44) - Array.IndexOf(closed.Origin, 44)));
    }

    [Fact]
    public void Letters_that_stand_as_they_usually_do_are_left() => ClosedLine.Of(Letters(8, 29)).ShouldBeNull();

    [Fact]
    public void A_line_of_words_that_are_one_piece_each_is_left()
    {
        var image = Drawing.Page(1000, 80);
        for (var i = 0; i < 6; i++) image.Fill(new PixelBox(20 + i * 160, 20, 140 + i * 160, 60), 20);

        ClosedLine.Of(image).ShouldBeNull();
    }
}
