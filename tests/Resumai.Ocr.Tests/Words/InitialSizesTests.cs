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
    public void Stems_and_accents_of_the_other_letters_do_not_make_a_capital_small()
    {
        var image = Drawing.Page(300, 120);
        int[] heights = [28, 20, 28, 30];
        foreach (var (i, height) in heights.Index()) image.Fill(new PixelBox(40 + i * 30, 80 - height, 60 + i * 30, 80), 20);

        InitialSizes.Told([new RecognizedWord("Καλή", new PixelBox(38, 48, 162, 82), 0, 80, 0.9, [])], image).Single().Text.ShouldBe("Καλή");
    }

    [Fact]
    public void A_disc_before_the_word_and_letters_that_run_together_tell_nothing()
    {
        var image = Drawing.Page(400, 120);
        foreach (var box in (PixelBox[])[new(20, 64, 30, 74), new(60, 52, 80, 80), new(90, 60, 106, 80), new(114, 60, 130, 80)]) image.Fill(box, 20);

        InitialSizes.Told([new RecognizedWord("Πόρος", new PixelBox(18, 48, 140, 82), 0, 80, 0.9, [])], image).Single().Text.ShouldBe("Πόρος");
    }

    [Fact]
    public void Capitals_throughout_are_left() => Told("ΚΕΝΤΡΟ", 20).ShouldBe("ΚΕΝΤΡΟ");
}
