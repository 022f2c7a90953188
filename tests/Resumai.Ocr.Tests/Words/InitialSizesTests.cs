using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Tests.Raster;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class InitialSizesTests
{
    /// <summary>A word of five letters: the first as high as given, the others twenty pixels.</summary>
    private static string Told(string text, int first)
    {
        var image = Drawing.Page(300, 120);
        for (var i = 0; i < text.Length; i++) image.Fill(new PixelBox(40 + i * 24, 80 - (i == 0 ? first : 20), 56 + i * 24, 80), 20);
        return InitialSizes.Told([new RecognizedWord(text, new PixelBox(38, 78 - Math.Max(first, 20), 40 + text.Length * 24, 82), 0, 80, 0.9, [])], image).Single().Text;
    }

    [Theory]
    [InlineData("κέντρο", 28, "Κέντρο")]
    [InlineData("Κέντρο", 20, "κέντρο")]
    [InlineData("Κέντρο", 28, "Κέντρο")]
    [InlineData("κέντρο", 20, "κέντρο")]
    [InlineData("κέντρο", 24, "κέντρο")]
    [InlineData("Θέσεις", 20, "Θέσεις")]
    public void The_first_letter_is_as_large_as_it_is_drawn(string read, int height, string written) => Told(read, height).ShouldBe(written);

    [Fact]
    public void Capitals_throughout_are_left() => Told("ΚΕΝΤΡΟ", 20).ShouldBe("ΚΕΝΤΡΟ");
}
