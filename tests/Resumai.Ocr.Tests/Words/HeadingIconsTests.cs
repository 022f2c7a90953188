using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Tests.Words;

public class HeadingIconsTests
{
    private static RecognizedWord Word(string text, int left, int line, double confidence) => new(text, new PixelBox(left, line * 50, left + text.Length * 15, line * 50 + 30), line, line * 50 + 30, confidence, []);

    private static string Read(double confidence) => string.Join(' ', HeadingIcons.Without(
    [
        Word("É", 40, 0, confidence), Word("Perfil", 80, 0, 0.97), Word("Chef", 40, 1, 0.96), Word("Õ", 41, 2, confidence), Word("Carreira", 80, 2, 0.96),
        Word("Ée", 40, 3, confidence), Word("Idiomas", 90, 3, 0.95), Word("a", 41, 4, 0.97), Word("Braga", 80, 4, 0.97),
    ]).Select(w => w.Text));

    [Fact]
    public void Unsure_letters_before_headings_beneath_each_other_are_pictograms() => Read(0.6).ShouldBe("Perfil Chef Carreira Idiomas a Braga");

    [Fact]
    public void Letters_that_were_read_surely_stay() => Read(0.92).ShouldBe("É Perfil Chef Õ Carreira Ée Idiomas a Braga");
}
