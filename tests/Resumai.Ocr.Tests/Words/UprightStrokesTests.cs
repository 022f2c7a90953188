using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Tests.Raster;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class UprightStrokesTests
{
    private static string Read(string text, int bottom, string language)
    {
        var image = Drawing.Page(400, 120).Fill(new PixelBox(150, 46, 154, bottom), 20);
        RecognizedWord[] words =
        [
            new("learn", new PixelBox(40, 50, 140, 80), 0, 80, 0.9, []),
            new(text, new PixelBox(148, 44, 156, bottom + 2), 0, 80, 0.9, []),
        ];
        return UprightStrokes.Told(words, image, language)[1].Text;
    }

    [Fact]
    public void A_stroke_that_reaches_below_the_base_line_parts_words() => Read("I", bottom: 88, "hu").ShouldBe("|");

    [Fact]
    public void A_stroke_on_the_base_line_is_the_English_word()
    {
        Read("|", bottom: 79, "en").ShouldBe("I");
        Read("|", bottom: 79, "de").ShouldBe("|");
        Read("|", bottom: 88, "en").ShouldBe("|");
    }
}
