namespace Resumai.Server.Web.Billing;

/// <summary>
/// The VAT of what is sold to a buyer: services to businesses are taxed where the buyer is (articles 44 and 196 of Directive 2006/112/EC).
/// Consumers of other members pay the seller's rate, which holds up to the threshold of article 59c; above it a seller needs the one-stop shop, which is not here.
/// </summary>
/// <param name="Rate">Hundredths of a percent.</param>
/// <param name="Reason">Why: one of the constants.</param>
public sealed record Vat(int Rate, string Reason)
{
    /// <summary>Buyer and seller are of one country.</summary>
    public const string Domestic = "domestic";
    /// <summary>A buyer of another member without a VAT number.</summary>
    public const string SellerRate = "seller_rate";
    /// <summary>A business of another member: it owes the VAT itself.</summary>
    public const string ReverseCharge = "reverse_charge";
    /// <summary>The buyer, or the seller, is outside the European Union.</summary>
    public const string Outside = "outside";

    public static IReadOnlyList<string> Reasons { get; } = [Domestic, SellerRate, ReverseCharge, Outside];

    /// <param name="country">The buyer's, ISO 3166-1.</param>
    /// <param name="vatNumber">The buyer's, of the right form; null: none.</param>
    public static Vat Of(Seller seller, string country, string? vatNumber) =>
        country == seller.Country ? new(seller.VatRate, Domestic)
        : !VatNumbers.IsMember(seller.Country) || !VatNumbers.IsMember(country) ? new(0, Outside)
        : vatNumber is not null ? new(0, ReverseCharge)
        : new(seller.VatRate, SellerRate);

    /// <summary>Cents of VAT on a net price, half a cent up.</summary>
    public long On(long netCents) => (netCents * Rate + 5_000) / 10_000;

    /// <summary>"19 %", "5.5 %".</summary>
    public string Percent => Rate % 100 == 0 ? $"{Rate / 100} %" : $"{Rate / 100}.{(Rate % 100).ToString("00").TrimEnd('0')} %";
}
