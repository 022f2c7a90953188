using ImageMagick;
using Resumai.Layout;
using Resumai.Ocr.Tests.Pages;
using Resumai.Reading;
using Resumai.Tests;

namespace Resumai.Ocr.Tests;

public sealed class TextRecognizerTests : IDisposable
{
    private static readonly ParseOptions Options = new() { AsOf = new DateOnly(2026, 11, 25) };
    private readonly TextRecognizer _recognizer = new();

    public void Dispose() => _recognizer.Dispose();

    private static byte[] Document(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, "corpus", "documents", name));

    [Fact]
    public void A_fax_of_a_CV_gives_a_record_with_places_and_confidence()
    {
        var record = new CvParser(_recognizer).Parse(Document("en-US-hvac--docx-messy-2--fax-tiff.tiff"), Options).Record.ShouldNotBeNull();

        record.Document.OcrPages.ShouldBe(record.Document.PageCount ?? 0);
        record.Document.ContentType.ShouldBe("image/tiff");
        record.Experience.Count.ShouldBeGreaterThan(1);
        var email = record.Evidence!["/contact/emails/0"];
        email.Boxes.ShouldHaveSingleItem();
        email.Confidence.ShouldBeInRange(0.3, 0.999);
    }

    [Theory]
    [InlineData("Png")]
    [InlineData("Jpeg")]
    [InlineData("Tiff")]
    [InlineData("WebP")]
    [InlineData("Heic")]
    public void The_head_of_a_page_is_read_in_every_format(string format)
    {
        using var image = new MagickImage(Document("en-IE-student--sidebar-left-3--screenshot-png.png"));
        image.Crop(image.Width, image.Height / 5);
        image.ResetPage();
        var bytes = format == "Heic" ? DamagedPictures.Heic() : image.ToByteArray(Enum.Parse<MagickFormat>(format));

        var read = DocumentReaders.Read(bytes, new ReadLimits()).Document.ShouldNotBeNull();
        var page = _recognizer.Recognize(bytes, read, new ReadLimits()).Document.ShouldNotBeNull().Pages.ShouldHaveSingleItem();

        page.Recognized.ShouldBeTrue();
        page.Glyphs.Count(g => char.IsLetter(g.Text[0])).ShouldBeGreaterThan(60);
        page.Glyphs.ShouldAllBe(g => g.Box.Left >= 0 && g.Box.Right <= page.Width + 1 && g.Font.Size > 3);
    }

    [Fact]
    public void A_page_that_lies_on_its_side_is_read()
    {
        var record = new CvParser(_recognizer).Parse(Document("de-AT-koch--tabular-3--sideways-pdf.pdf"), Options).Record.ShouldNotBeNull();

        record.Language.ShouldBe("de");
        record.Contact.Emails.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("el-michanikos--sidebar-left-1.pdf")]
    [InlineData("el-michanikos--tex-article.pdf")]
    public void A_Greek_page_gives_the_words_of_its_text_layer(string name)
    {
        var digital = DocumentReaders.Read(Document(name), new ReadLimits()).Document.ShouldNotBeNull();
        var first = digital.Pages[0];
        var expected = Words(digital).Where(w => w.Length > 2 && w.All(char.IsLetter)).ToList();
        var scan = digital with { Pages = [first with { Glyphs = [], Unread = [new UnreadRegion(new Box(0, 0, first.Width, first.Height), UnreadCause.Picture)] }], PageCount = 1 };

        var read = Words(_recognizer.Recognize(Document(name), scan, new ReadLimits()).Document.ShouldNotBeNull()).ToHashSet(StringComparer.Ordinal);

        expected.Count.ShouldBeGreaterThan(50);
        (expected.Count(read.Contains) / (double)expected.Count).ShouldBeGreaterThan(0.97, string.Join(' ', expected.Except(read)));
    }

    private static IEnumerable<string> Words(SourceDocument document) => PageArranger.Arrange(document).Lines.Where(l => l.Page == 1).SelectMany(l => l.Words).Select(w => w.Word.Text.Trim(',', '.', ':', ';', '(', ')'));

    [Fact]
    public void A_page_that_is_hard_to_read_says_so_and_its_values_are_less_sure()
    {
        using var image = new MagickImage(Document("en-IE-student--sidebar-left-3--screenshot-png.png"));
        var clear = new CvParser(_recognizer).Parse(image.ToByteArray(MagickFormat.Png), Options).Record.ShouldNotBeNull();
        // The same noise in every run.
        MagickNET.SetRandomSeed(17);
        image.Blur(0, 2.8);
        image.AddNoise(NoiseType.Gaussian);
        var blurred = new CvParser(_recognizer).Parse(image.ToByteArray(MagickFormat.Png), Options).Record.ShouldNotBeNull();

        clear.Warnings.ShouldNotContain(w => w.Code == "low_ocr_confidence");
        blurred.Warnings.ShouldContain(w => w.Code == "low_ocr_confidence" && w.Page == 1);
        blurred.Confidence.ShouldBeLessThan(clear.Confidence);
    }

    [Fact]
    public void A_picture_of_nothing_has_no_text()
    {
        var bytes = new MagickImage(MagickColors.White, 300, 400).ToByteArray(MagickFormat.Png);

        new CvParser(_recognizer).Parse(bytes, Options).Error!.Code.ShouldBe("no_text_found");
    }

    [Fact]
    public void A_cut_picture_is_a_damaged_document()
    {
        var bytes = DamagedPictures.Picture("Png").AsSpan(0, 60).ToArray();

        new CvParser(_recognizer).Parse(bytes, Options).Error!.Code.ShouldBe("corrupt_document");
    }

    [Fact]
    public void A_picture_of_more_pixels_than_are_read_is_too_complex()
    {
        var bytes = DamagedPictures.Picture("Png");

        new CvParser(_recognizer).Parse(bytes, Options with { Limits = new ReadLimits { Pixels = 1000 } }).Error!.Code.ShouldBe("too_complex");
    }

    [Fact]
    public void Pages_beyond_those_that_are_recognised_are_named_in_a_warning()
    {
        var bytes = DamagedPictures.Picture("Tiff");
        var read = DocumentReaders.Read(bytes, new ReadLimits()).Document!;

        var document = _recognizer.Recognize(bytes, read, new ReadLimits { RecognizedPages = 1 }).Document.ShouldNotBeNull();

        document.PageCount.ShouldBe(2);
        document.Warnings.ShouldContain(w => w.Code == "truncated" && w.Page == 2);
    }

    [Fact]
    public void Without_recognition_a_picture_says_what_is_missing_and_a_digital_document_is_read()
    {
        var parser = new CvParser();

        parser.Parse(DamagedPictures.Picture("Jpeg"), Options).Error!.Code.ShouldBe("ocr_unavailable");
        parser.Parse(Document("de-AT-koch--tabular-3--sideways-pdf.pdf"), Options).Error!.Code.ShouldBe("ocr_unavailable");
        parser.Parse(Document("en-GB-nurse--band.pdf"), Options).Record.ShouldNotBeNull();
    }
}
