using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Resumai.Normalize.Places;
using Resumai.Server.Conventions;
using Resumai.Server.Storage;
using Resumai.Server.Web.Texts;

namespace Resumai.Server.Web.Billing;

/// <summary>All that is printed on an invoice. Amounts are euro cents.</summary>
/// <param name="Rate">Of VAT, in hundredths of a percent.</param>
public sealed record InvoiceContent(string Number, DateOnly Date, string Language, Seller Seller, Buyer Buyer, string Reference, string Method, long Credits,
    long NetCents, int Rate, string VatReason, long VatCents, long GrossCents);

/// <summary>Hands out invoices, inside the caller's write transaction. Thread-safe.</summary>
public sealed class Invoices(TimeProvider time)
{
    /// <summary>The invoice of an order that is paid now. Its number is the next of the year: the row of the year is locked until the caller commits, and a rollback gives the number back.</summary>
    public async Task<Invoice> IssueAsync(ServerDb db, CreditOrder order, Seller seller, DateTime now)
    {
        await db.Database.ExecuteSqlAsync($"INSERT INTO invoice_series (\"year\", \"last\") VALUES ({now.Year}, 1) ON CONFLICT (\"year\") DO UPDATE SET \"last\" = invoice_series.\"last\" + 1");
        var last = await db.InvoiceSeries.Where(s => s.Year == now.Year).Select(s => s.Last).SingleAsync();
        var content = new InvoiceContent($"{now.Year}-{last:000000}", DateOnly.FromDateTime(now), order.Language, seller, Buyer.Of(order), order.Reference, order.Method, order.Credits,
            order.NetCents, order.VatRate, order.VatReason, order.VatCents, order.GrossCents);
        var invoice = new Invoice
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Number = content.Number,
            AccountId = order.AccountId,
            OrderId = order.Id,
            IssuedAt = now,
            BuyerName = content.Buyer.Name,
            NetCents = order.NetCents,
            VatCents = order.VatCents,
            GrossCents = order.GrossCents,
            Content = JsonSerializer.Serialize(content, JsonForm.Options),
            // Some milliseconds of the transaction: the number must be on the page, and a number without a page must not be.
            Pdf = InvoicePdf.Render(content, now),
        };
        db.Invoices.Add(invoice);
        await db.SaveChangesAsync();
        return invoice;
    }

    /// <summary>The lines of an address; the country, which a letter needs, in the invoice's language.</summary>
    internal static IEnumerable<string> AddressOf(Buyer buyer, string language) =>
        ((string[])[buyer.Name, buyer.Street, $"{buyer.PostalCode} {buyer.City}".Trim(), CountryNames.Of(buyer.Country, language) ?? buyer.Country]).Where(l => l.Length > 0);

    /// <summary>Why no VAT, or another than the buyer's, is on an invoice; null where it needs no word.</summary>
    internal static string? Sentence(AppTexts texts, string reason) => reason is Vat.ReverseCharge or Vat.Outside ? texts.Of("invoice_vat", reason) : null;
}
