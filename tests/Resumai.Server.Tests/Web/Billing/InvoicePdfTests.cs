using Resumai.Server.Web.Billing;
using Resumai.Server.Web.Texts;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Resumai.Server.Tests.Web.Billing;

public sealed class InvoicePdfTests
{
    private static readonly Seller Seller = new("Παράδειγμα ΑΕ – Пример ООД – Příklad Łódź Žižkov", "1 Beispielweg, 1000 Exampleton", "DE", "DE123456789", 1_900, "Company register of Exampleton, 12345");

    public static TheoryData<string> Codes => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void What_is_printed_can_be_read_in_every_language_and_lies_on_one_page(string code)
    {
        var texts = AppTexts.In(code);
        var bytes = InvoicePdf.Render(Content(code), new DateTime(2026, 5, 2, 8, 0, 0, DateTimeKind.Utc));
        Keep(bytes, $"invoice-{code}.pdf");

        using var pdf = PdfDocument.Open(bytes);
        pdf.NumberOfPages.ShouldBe(1);
        var page = pdf.GetPage(1);
        var text = string.Join(' ', page.GetWords().Select(w => w.Text));
        foreach (var part in (string[])["2026-000007", "2026-05-02", "RSM-ABCD2345", "EL123456789", Seller.Name, "Ζωή Παπαδοπούλου", texts["invoice.title"], texts.Euro(9_000), texts.Of("invoice_vat", Vat.ReverseCharge)]) text.ShouldContain(part);
        page.Letters.ShouldAllBe(l => l.BoundingBox.Left >= 0 && l.BoundingBox.Right <= page.Width && l.BoundingBox.Bottom >= 0);
        page.Letters.ShouldAllBe(l => l.Value != "\0" && l.Value != "\ufffd", "every letter has a glyph");
    }

    private static void Keep(byte[] pdf, string name) =>
        File.WriteAllBytes(Path.Combine(Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots")).FullName, name), pdf);

    private static InvoiceContent Content(string language) => new("2026-000007", new DateOnly(2026, 5, 2), language, Seller,
        new Buyer("Ζωή Παπαδοπούλου", "Οδός Παραδείγματος 1", "10431", "Αθήνα", "GR", "EL123456789"), "RSM-ABCD2345", "bank_transfer", 1_000, 9_000, 0, Vat.ReverseCharge, 0, 9_000);
}
