using System.Text;
using Resumai.Layout;
using Resumai.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Resumai.Tests.Reading;

public class PdfReaderTests
{
    [Fact]
    public void Glyphs_have_places_from_the_top_left_and_fonts()
    {
        var page = Read(Pdf(p => p.Bold(24, 40, 700, "Ada"))).Document.ShouldNotBeNull().Pages.ShouldHaveSingleItem();
        string.Concat(page.Glyphs.Select(g => g.Text)).ShouldBe("Ada");
        page.Glyphs[0].Baseline.ShouldBe(page.Height - 700, 0.01);
        page.Glyphs[0].Box.Left.ShouldBe(40, 0.01);
        page.Glyphs[0].Font.ShouldSatisfyAllConditions(f => f.Size.ShouldBe(24), f => f.Bold.ShouldBeTrue(), f => f.Name.ShouldContain("Helvetica"));
    }

    [Fact]
    public void A_page_is_recognised_by_its_bytes_also_behind_leading_rubbish()
    {
        var bytes = Pdf(p => p.Text(10, 40, 700, "Text"));
        DocumentReaders.Recognize(bytes)!.Format.ShouldBe(Resumai.Reading.DocumentFormat.Pdf);
        DocumentReaders.Recognize([.. new byte[500], .. bytes])!.Format.ShouldBe(Resumai.Reading.DocumentFormat.Pdf);
        DocumentReaders.Recognize("just text"u8).ShouldBeNull();
    }

    [Fact]
    public void White_and_tiny_text_is_left_out_with_a_warning()
    {
        var document = Read(Pdf(p => p.Text(10, 40, 700, "seen").White(10, 40, 650, "unseen").Text(1, 40, 600, "tiny"))).Document.ShouldNotBeNull();
        PageArranger.Arrange(document).Lines.Select(l => l.Text).ShouldBe(["seen"]);
        document.Warnings.ShouldHaveSingleItem().Code.ShouldBe("hidden_text");
    }

    [Fact]
    public void White_text_on_a_dark_ground_is_read() =>
        PageArranger.Arrange(Read(Pdf(p => p.Ground(30, 640, 200, 40).White(10, 40, 650, "sidebar"))).Document!).Lines.Select(l => l.Text).ShouldBe(["sidebar"]);

    [Fact]
    public void Too_many_pages_and_characters_are_refused()
    {
        var bytes = Pdf(p => p.Text(10, 40, 700, "some text"));
        Read(bytes, new ReadLimits { Pages = 0 }).Error.ShouldBe(ParseError.TooManyPages);
        Read(bytes, new ReadLimits { Characters = 3 }).Error.ShouldBe(ParseError.TooComplex);
    }

    [Fact]
    public void A_file_locked_by_a_password_says_so() => Read(Fixtures.Bytes("user-password.pdf")).Error.ShouldBe(ParseError.Encrypted);

    [Fact]
    public void A_file_that_opens_without_a_password_is_read() =>
        PageArranger.Arrange(Read(Fixtures.Bytes("owner-password.pdf")).Document.ShouldNotBeNull()).Lines.Select(l => l.Text).ShouldBe(["Locked text"]);

    [Fact]
    public void A_file_cut_off_is_corrupt() => Read(Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<</Type/Cat")).Error.ShouldBe(ParseError.Corrupt);

    [Fact]
    public void Field_widths_of_a_cross_reference_stream_that_no_file_has_are_mended_and_font_widths_are_kept()
    {
        DamagedText("<</Type/XRef/W[1 2 4294967296]/Size 999999999/Index[0 86]>>").ShouldBe("<</Type/XRef/W[1 2 0         ]/Size 0        /Index[0 86]>>");
        DamagedText("<</W [0 65535 600.09766]>> <</W[0[500 250]]>>").ShouldBe("<</W [0 65535 600.09766]>> <</W[0[500 250]]>>");

        static string DamagedText(string text) => Encoding.Latin1.GetString(Resumai.Reading.Pdf.DamagedNumbers.Mend(Encoding.Latin1.GetBytes(text)).Span);
    }

    private static ReadResult Read(byte[] bytes, ReadLimits? limits = null) => new Resumai.Reading.Pdf.PdfReader().Read(bytes, limits ?? new ReadLimits());

    private static byte[] Pdf(Action<Canvas> draw)
    {
        var builder = new PdfDocumentBuilder();
        draw(new Canvas(builder.AddPage(PageSize.A4), builder.AddStandard14Font(Standard14Font.Helvetica), builder.AddStandard14Font(Standard14Font.HelveticaBold)));
        return builder.Build();
    }

    private sealed record Canvas(PdfPageBuilder Page, PdfDocumentBuilder.AddedFont Regular, PdfDocumentBuilder.AddedFont Heavy)
    {
        public Canvas Text(double size, double x, double y, string text) => Draw(Regular, size, x, y, text);
        public Canvas Bold(double size, double x, double y, string text) => Draw(Heavy, size, x, y, text);

        public Canvas White(double size, double x, double y, string text)
        {
            Page.SetTextAndFillColor(255, 255, 255);
            Draw(Regular, size, x, y, text);
            Page.ResetColor();
            return this;
        }

        public Canvas Ground(double x, double y, double width, double height)
        {
            Page.SetTextAndFillColor(20, 40, 60);
            Page.DrawRectangle(new PdfPoint(x, y), width, height, fill: true);
            Page.ResetColor();
            return this;
        }

        private Canvas Draw(PdfDocumentBuilder.AddedFont font, double size, double x, double y, string text)
        {
            Page.AddText(text, size, new PdfPoint(x, y), font);
            return this;
        }
    }
}
