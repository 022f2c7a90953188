using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class SharpSignsTests
{
    private static string Read(string first, string second, double confidence = 0.9, int width = 60) =>
        SharpSigns.ReadAgain([new RecognizedWord(first, new PixelBox(0, 0, width, 40), 0, 40, 0.9, [])], _ => (second, confidence)).Single().Text;

    [Theory]
    [InlineData("C,", "C#,", "C#,")]
    [InlineData("CH", "C#", "C#")]
    [InlineData("(CZ)", "(CZ)", "(CZ)")]
    [InlineData("(F", "F#", "(F#")]
    [InlineData("C", "Ct", "C")]
    public void A_letter_with_room_behind_it_is_read_again(string first, string second, string text) => Read(first, second).ShouldBe(text);

    [Fact]
    public void A_letter_without_room_is_left() => Read("C", "C#", width: 24).ShouldBe("C");

    [Fact]
    public void A_guess_is_not_taken() => Read("CH", "C#", 0.3).ShouldBe("CH");

    [Fact]
    public void Words_with_signs_of_their_own_are_not_read_again() =>
        SharpSigns.ReadAgain([new RecognizedWord("Cook", new PixelBox(0, 0, 90, 40), 0, 40, 0.9, []), new RecognizedWord("C++", new PixelBox(0, 0, 90, 40), 0, 40, 0.9, [])], _ => ("C#", 0.9)).Select(w => w.Text).ShouldBe(["Cook", "C++"]);
}
