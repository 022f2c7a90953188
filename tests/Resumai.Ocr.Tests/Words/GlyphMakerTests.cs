using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Tests.Raster;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class GlyphMakerTests
{
    [Fact]
    public void Letters_of_slanted_words_whose_boxes_reach_into_each_other_do_not_mingle()
    {
        RecognizedWord[] words = [new("vinos", new PixelBox(40, 50, 150, 80), 0, 80, 0.9, []), new("y", new PixelBox(138, 50, 160, 88), 0, 80, 0.9, [])];
        var page = new RecognizedPage(1, new StraightPage(Drawing.Page(400, 120).Text(new PixelBox(40, 50, 160, 80), letter: 30), 96, 29, 300), words);

        var glyphs = GlyphMaker.Make([page])[0];

        string.Concat(glyphs.OrderBy(g => g.Box.Left).Select(g => g.Text)).ShouldBe("vinos y");
    }
}
