using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;
using Resumai.Server.Web.Texts;

namespace Resumai.Server.Web.Billing;

/// <summary>An invoice on one page of A4, in the buyer's language. The letters are of Noto Sans, cut to Latin, Greek and Cyrillic, and lie in the file.</summary>
internal sealed class InvoicePdf
{
    private const double Left = 62, Right = 533, LineHeight = 15;
    private static readonly XFont Usual, Strong, Title, Small;

    private readonly XGraphics _page;
    private double _y = 72;

    static InvoicePdf()
    {
        GlobalFontSettings.FontResolver = new Fonts();
        (Usual, Strong, Title, Small) = (new XFont(Fonts.Family, 10), new XFont(Fonts.Family, 10, XFontStyleEx.Bold), new XFont(Fonts.Family, 20, XFontStyleEx.Bold), new XFont(Fonts.Family, 8));
    }

    private InvoicePdf(XGraphics page) => _page = page;

    /// <param name="at">When it is made, for the file's own dates.</param>
    public static byte[] Render(InvoiceContent content, DateTime at)
    {
        using var document = new PdfDocument();
        var texts = AppTexts.In(content.Language);
        (document.Info.Title, document.Info.Author, document.Info.CreationDate) = ($"{texts["invoice.title"]} {content.Number}", content.Seller.Name, at);
        document.Language = content.Language;
        using (var page = XGraphics.FromPdfPage(document.AddPage())) new InvoicePdf(page).Draw(content, texts);
        using var bytes = new MemoryStream();
        document.Save(bytes);
        return bytes.ToArray();
    }

    private void Draw(InvoiceContent content, AppTexts texts)
    {
        var (seller, vat) = (content.Seller, new Vat(content.Rate, content.VatReason));
        Lines(seller.Name, Strong, Left, Right);
        Lines(seller.Address, Usual, Left, Right);
        if (seller.VatNumber.Length > 0) Lines(texts["invoice.vat_number", seller.VatNumber], Usual, Left, Right);
        _y += 30;
        Lines(texts["invoice.buyer"], Small, Left, Right);
        foreach (var line in Invoices.AddressOf(content.Buyer, content.Language)) Lines(line, Usual, Left, Right);
        if (content.Buyer.VatNumber is { } number) Lines(texts["invoice.vat_number", number], Usual, Left, Right);
        _y += 30;
        Lines(texts["invoice.title"], Title, Left, Right, 30);
        foreach (var (label, value) in ((string, string)[])[(texts["invoice.number"], content.Number), (texts["invoice.date"], $"{content.Date:yyyy-MM-dd}"), (texts["invoice.supplied"], $"{content.Date:yyyy-MM-dd}"), (texts["order.reference"], content.Reference)])
        {
            At(label, Usual, Left, XStringFormats.TopLeft);
            Lines(value, Usual, Left + 180, Right);
        }
        _y += 20;
        Rule();
        Row(texts["invoice.what"], texts["invoice.net"], Strong);
        Rule();
        Row(texts["invoice.credits", texts.Number(content.Credits)], texts.Euro(content.NetCents), Usual);
        Rule();
        Row(texts["invoice.net"], texts.Euro(content.NetCents), Usual);
        Row(texts["invoice.vat", vat.Percent], texts.Euro(content.VatCents), Usual);
        Row(texts["invoice.gross"], texts.Euro(content.GrossCents), Strong);
        Rule();
        _y += 10;
        if (Invoices.Sentence(texts, content.VatReason) is { } sentence) Paragraph(sentence);
        Paragraph(texts["invoice.paid", $"{content.Date:yyyy-MM-dd}", texts.Of("payment", content.Method)]);
        if (seller.Note.Length > 0) Paragraph(seller.Note);
    }

    private void Row(string what, string amount, XFont font)
    {
        At(amount, font, Right, XStringFormats.TopRight);
        Lines(what, font, Left, Right - 110);
    }

    private void Paragraph(string text)
    {
        Lines(text, Usual, Left, Right);
        _y += 6;
    }

    private void Rule()
    {
        _page.DrawLine(new XPen(XColors.Gray, .5), Left, _y + 2, Right, _y + 2);
        _y += 8;
    }

    private void At(string text, XFont font, double x, XStringFormat format) => _page.DrawString(text, font, XBrushes.Black, new XPoint(x, _y), format);

    /// <summary>As many lines as the text needs; a word that is longer than the line is cut.</summary>
    private void Lines(string text, XFont font, double left, double right, double height = LineHeight)
    {
        foreach (var line in Broken(text, font, right - left))
        {
            At(line, font, left, XStringFormats.TopLeft);
            _y += height;
        }
    }

    private IEnumerable<string> Broken(string text, XFont font, double width)
    {
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, font, width)))
        {
            if (line.Length > 0 && _page.MeasureString($"{line} {word}", font).Width > width)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        if (line.Length > 0) yield return line;
    }

    private IEnumerable<string> Pieces(string word, XFont font, double width)
    {
        while (word.Length > 1 && _page.MeasureString(word, font).Width > width)
        {
            var length = word.Length;
            while (length > 1 && _page.MeasureString(word[..length], font).Width > width) length--;
            yield return word[..length];
            word = word[length..];
        }
        yield return word;
    }

    /// <summary>The two faces that lie in the program.</summary>
    private sealed class Fonts : IFontResolver
    {
        public const string Family = "Noto Sans";

        public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) => new(isBold ? "fonts.NotoSans-Bold" : "fonts.NotoSans-Regular");

        public byte[]? GetFont(string faceName)
        {
            using var stream = typeof(InvoicePdf).Assembly.GetManifestResourceStream(faceName)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }
    }
}
