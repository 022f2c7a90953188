using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class GuessedFiguresTests
{
    private static string Read(string text, double confidence, string again, double sure) =>
        GuessedFigures.ReadAgain([new RecognizedWord(text, new PixelBox(10, 10, 110, 40), 0, 40, confidence, [])], _ => (again, sure)).Single().Text;

    [Fact]
    public void A_date_that_is_a_guess_is_read_again() => Read("0097/2013", 0, "09/2013", 0.9).ShouldBe("09/2013");

    [Fact]
    public void Another_guess_does_not_replace_it() => Read("0097/2013", 0, "09/2018", 0.4).ShouldBe("0097/2013");

    [Fact]
    public void Words_are_no_figures_that_are_read_again_nor_taken()
    {
        Read("0097/2013", 0, "ov/zois", 0.9).ShouldBe("0097/2013");
        Read("Aarhus", 0, "2013/14", 0.9).ShouldBe("Aarhus");
    }

    [Fact]
    public void What_was_read_surely_stays() => Read("07/2013", 0.9, "01/2013", 0.95).ShouldBe("07/2013");
}
