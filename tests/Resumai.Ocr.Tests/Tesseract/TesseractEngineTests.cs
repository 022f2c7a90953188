using ImageMagick;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Tests;

namespace Resumai.Ocr.Tests.Tesseract;

public class TesseractEngineTests
{
    private static RecognizedWord Word(string text, int left, int right, int line = 0) => new(text, new PixelBox(left, 10, right, 40), line, 40, 0.9, []);

    [Fact]
    public void A_word_whose_box_holds_the_next_one_ends_where_that_begins() =>
        TesseractEngine.Parted([Word("2005", 100, 250), Word("2011", 190, 250), Word("Oslo", 100, 180, 1)]).Select(w => w.Box.Right).ShouldBe([190, 250, 180]);

    [Fact]
    public void The_Greek_model_that_comes_with_the_program_reads_Latin_letters_too()
    {
        using var picture = new MagickImage(File.ReadAllBytes(Path.Combine(Repository.Root, "corpus", "documents", "en-IE-student--sidebar-left-3--screenshot-png.png")));
        picture.ColorSpace = ColorSpace.Gray;
        // Without the dark side, of which neither makes anything.
        picture.Crop(new MagickGeometry((int)(picture.Width * 2 / 5), 0, picture.Width, picture.Height / 2));
        picture.ResetPage();
        picture.Resize(new Percentage(250));
        var image = new GrayImage((int)picture.Width, (int)picture.Height, picture.ToByteArray(MagickFormat.Gray));
        using var english = TesseractEngine.Open("eng").ShouldNotBeNull();
        using var greek = TesseractEngine.Open("ell").ShouldNotBeNull();

        var expected = Words(english).Where(w => w.Length > 2 && english.IsWord(w)).ToList();
        var read = Words(greek).ToHashSet(StringComparer.Ordinal);

        expected.Count.ShouldBeGreaterThan(20);
        (expected.Count(read.Contains) / (double)expected.Count).ShouldBeGreaterThan(0.8, string.Join(' ', expected.Except(read)));

        IEnumerable<string> Words(TesseractEngine engine) => engine.Read(image, image.Bounds, Segmentation.Page, 300).Select(w => w.Text).Where(t => t.All(char.IsLetter));
    }
}
