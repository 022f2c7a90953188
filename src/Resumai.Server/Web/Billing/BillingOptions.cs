using System.Globalization;
using System.Numerics;
using Resumai.Server.Settings;

namespace Resumai.Server.Web.Billing;

/// <summary>Who sells credits and how they are paid for.</summary>
/// <param name="Seller">Null: nothing is sold in the app.</param>
/// <param name="Bank">Null: no bank transfers.</param>
/// <param name="Stripe">Null: no cards.</param>
public sealed record BillingOptions(Seller? Seller, BankAccount? Bank, StripeOptions? Stripe)
{
    /// <summary>Whether somebody can buy credits here, if there are packs.</summary>
    public bool Sells => Seller is not null && (Bank is not null || Stripe is not null);

    public static BillingOptions Read(SettingsReader settings)
    {
        var options = new BillingOptions(Web.Billing.Seller.Read(settings), BankAccount.Read(settings), StripeOptions.Read(settings));
        if (options.Seller is null && (options.Bank is not null || options.Stripe is not null)) settings.Fault("Seller:Country", "is needed to sell credits, with Bank:Iban or Stripe:SecretKey");
        return options;
    }
}

/// <summary>Who the invoices are from; name and address are <c>Operator:Name</c> and <c>Operator:Address</c>.</summary>
/// <param name="Country">ISO 3166-1.</param>
/// <param name="VatNumber">Empty: none.</param>
/// <param name="VatRate">Of the seller's country, in hundredths of a percent.</param>
/// <param name="Note">Stands on every invoice; may be empty.</param>
public sealed record Seller(string Name, string Address, string Country, string VatNumber, int VatRate, string Note)
{
    public static Seller? Read(SettingsReader settings)
    {
        var (country, number, rate) = (settings.Text("Seller:Country", "").ToUpperInvariant(), settings.Text("Seller:VatNumber", ""), settings.Text("Seller:VatRate", ""));
        var seller = new Seller(settings.Text("Operator:Name", ""), settings.Text("Operator:Address", ""), country, number, HundredthsOf(rate) ?? 0, settings.Text("Seller:Note", ""));
        if (country.Length == 0) return null;
        if (country.Length != 2 || !country.All(char.IsAsciiLetterUpper)) settings.Fault("Seller:Country", "must be two letters after ISO 3166-1, like DE");
        if (HundredthsOf(rate) is null) settings.Fault("Seller:VatRate", "must be percent from 0 to 99, like 19 or 5.5; it is needed with Seller:Country");
        if (seller.Name.Length == 0) settings.Fault("Operator:Name", "is needed with Seller:Country: it stands on invoices");
        if (seller.Address.Length == 0) settings.Fault("Operator:Address", "is needed with Seller:Country: it stands on invoices");
        if (number.Length > 0 && VatNumbers.Normalize(country, number) is null) settings.Fault("Seller:VatNumber", "cannot be a VAT number of Seller:Country");
        return seller with { VatNumber = VatNumbers.Normalize(country, number) ?? number };
    }

    private static int? HundredthsOf(string percent) =>
        decimal.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value < 100 && value * 100 == Math.Truncate(value * 100) ? (int)(value * 100) : null;
}

/// <summary>Where bank transfers go.</summary>
/// <param name="Bic">May be empty, within the European Economic Area.</param>
public sealed record BankAccount(string Holder, string Iban, string Bic, string Bank)
{
    /// <summary>In groups of four, as it is printed.</summary>
    public string Printed => string.Join(' ', Iban.Chunk(4).Select(c => new string(c)));

    public static BankAccount? Read(SettingsReader settings)
    {
        var iban = settings.Text("Bank:Iban", "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var bank = new BankAccount(settings.Text("Bank:Holder", settings.Text("Operator:Name", "")), iban, settings.Text("Bank:Bic", ""), settings.Text("Bank:Name", ""));
        if (iban.Length == 0) return null;
        if (!IsIban(iban)) settings.Fault("Bank:Iban", "is not an IBAN");
        return bank;
    }

    /// <summary>ISO 13616: letters count from ten, and the number that they make leaves one over 97.</summary>
    private static bool IsIban(string iban) =>
        iban.Length is >= 15 and <= 34 && iban.All(char.IsAsciiLetterOrDigit)
        && BigInteger.Parse(string.Concat((iban[4..] + iban[..4]).Select(c => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10))) % 97 == 1;
}

/// <summary>Card payments on the page of Stripe.</summary>
/// <param name="WebhookSecret">What Stripe signs its calls with.</param>
/// <param name="Address">Of its API.</param>
/// <param name="Checkout">Where the page lies that a buyer is sent to.</param>
public sealed record StripeOptions(string SecretKey, string WebhookSecret, Uri Address, Uri Checkout)
{
    public static StripeOptions? Read(SettingsReader settings)
    {
        var (key, secret) = (settings.Text("Stripe:SecretKey", ""), settings.Text("Stripe:WebhookSecret", ""));
        var options = new StripeOptions(key, secret, AddressOf(settings, "Stripe:Address", "https://api.stripe.com"), AddressOf(settings, "Stripe:Checkout", "https://checkout.stripe.com"));
        if (key.Length > 0 != secret.Length > 0) settings.Fault("Stripe:WebhookSecret", "goes with Stripe:SecretKey: both or neither");
        return key.Length == 0 || secret.Length == 0 ? null : options;
    }

    private static Uri AddressOf(SettingsReader settings, string key, string fallback)
    {
        if (Uri.TryCreate(settings.Text(key, fallback), UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback) && uri.PathAndQuery == "/") return uri;
        settings.Fault(key, $"must be like {fallback}");
        return new Uri(fallback);
    }
}
