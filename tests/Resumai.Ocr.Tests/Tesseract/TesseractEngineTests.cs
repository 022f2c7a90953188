using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Tests.Tesseract;

public class TesseractEngineTests
{
    private static RecognizedWord Word(string text, int left, int right, int line = 0) => new(text, new PixelBox(left, 10, right, 40), line, 40, 0.9, []);

    [Fact]
    public void A_word_whose_box_holds_the_next_one_ends_where_that_begins() =>
        TesseractEngine.Parted([Word("2005", 100, 250), Word("2011", 190, 250), Word("Oslo", 100, 180, 1)]).Select(w => w.Box.Right).ShouldBe([190, 250, 180]);
}
