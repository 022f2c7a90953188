using Resumai.Server.Audit;
using Resumai.Server.Web.Billing;

namespace Resumai.Server.Tests.Web.Billing;

/// <summary>A seller with a bank account, and who buys from them. The IBAN is the example of the standard.</summary>
internal static class BillingTestSettings
{
    public static IEnumerable<(string Key, string Value)> Bank { get; } =
    [
        ("Operator:Name", "Example Works Ltd"), ("Operator:Address", "1 Example Street, 1000 Exampleton"), ("Prices:Packs", "1000=9000, 10000=70000"),
        ("Seller:Country", "DE"), ("Seller:VatRate", "19"), ("Seller:VatNumber", "DE123456789"), ("Bank:Iban", "DE89 3704 0044 0532 0130 00"), ("Bank:Bic", "COBADEFFXXX"),
    ];

    public static BillingForm Form(string country = "DE", string? vatNumber = null) =>
        new() { Name = "Ada Example GmbH", Street = "Beispielweg 1", PostalCode = "10115", City = "Berlin", Country = country, VatNumber = vatNumber };

    public static Actor Buyer { get; } = new("buyer@people.example", "192.0.2.7");

    public static Actor Boss { get; } = new("boss@house.example", "192.0.2.8");
}
