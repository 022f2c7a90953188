using Resumai.Ocr.Pages;
using Resumai.Tests;

namespace Resumai.Ocr.Tests.Pages;

public class PopplerPagesTests
{
    private static byte[] Document(string name) => File.ReadAllBytes(Path.Combine(Repository.Root, "corpus", "documents", name));

    [Fact]
    public void A_page_drawn_by_Poppler_is_the_page_that_PDFium_draws()
    {
        PdfiumLibrary.IsInstalled.ShouldBeTrue();
        var bytes = Document("en-GB-nurse--band.pdf");
        using var poppler = PopplerPages.Open(bytes, 1);
        using var pdfium = PdfiumPages.Open(bytes).ShouldNotBeNull();

        var page = poppler.Render(1).ShouldNotBeNull();
        var same = pdfium.Render(1).ShouldNotBeNull();

        page.WidthInPoints.ShouldBe(same.WidthInPoints, 0.5);
        page.HeightInPoints.ShouldBe(same.HeightInPoints, 0.5);
        page.Colors.Length.ShouldBe(page.Width * page.Height * 3);
        Brightness(page).ShouldBe(Brightness(same), 3);
    }

    [Fact]
    public void A_page_there_is_not_and_a_damaged_document_have_no_picture()
    {
        using (var poppler = PopplerPages.Open(Document("en-GB-nurse--band.pdf"), 1)) poppler.Render(99).ShouldBeNull();
        using (var poppler = PopplerPages.Open("%PDF-1.7 and nothing else"u8.ToArray(), 1)) poppler.Render(1).ShouldBeNull();
    }

    private static double Brightness(PageImage page) => page.Colors.AsSpan(0, page.Width * page.Height * 3).ToArray().Average(c => (double)c);
}
