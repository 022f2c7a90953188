namespace Resumai.Server.Storage;

/// <summary>Whom the invoices of an account name as the buyer.</summary>
public sealed class BillingDetails
{
    public required Guid AccountId { get; init; }
    public required string Name { get; set; }
    /// <summary>Street and number, and what else stands above the town.</summary>
    public required string Street { get; set; }
    public required string PostalCode { get; set; }
    public required string City { get; set; }
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; set; }
    /// <summary>With its prefix, without spaces; null: a private person, or a company without one.</summary>
    public string? VatNumber { get; set; }
    /// <summary>The address of whoever saved them last.</summary>
    public required string By { get; set; }
    public required DateTime SavedAt { get; set; }
}

/// <summary>Credits that somebody wants to buy. Price, VAT and buyer are those of the moment it was made.</summary>
public sealed class CreditOrder
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    /// <summary>What a bank transfer must say; unique.</summary>
    public required string Reference { get; init; }
    public required long Credits { get; init; }
    /// <summary>One of <see cref="PaymentMethod"/>.</summary>
    public required string Method { get; init; }
    /// <summary>One of <see cref="OrderState"/>.</summary>
    public required string State { get; set; }
    /// <summary>Euro cents.</summary>
    public required long NetCents { get; init; }
    /// <summary>Hundredths of a percent.</summary>
    public required int VatRate { get; init; }
    public required long VatCents { get; init; }
    public required long GrossCents { get; init; }
    /// <summary>Why this VAT: <c>domestic</c>, <c>seller_rate</c>, <c>reverse_charge</c> or <c>outside</c>.</summary>
    public required string VatReason { get; init; }
    /// <summary>The buyer as JSON.</summary>
    public required string Buyer { get; init; }
    /// <summary>Of the invoice: <c>en</c>, <c>de</c>, …</summary>
    public required string Language { get; init; }
    /// <summary>The address of whoever made it.</summary>
    public required string By { get; init; }
    public required DateTime CreatedAt { get; init; }
    /// <summary>When it was paid or cancelled.</summary>
    public DateTime? SettledAt { get; set; }
    /// <summary>Who confirmed or cancelled: an address, or the payment service.</summary>
    public string? SettledBy { get; set; }
    /// <summary>Of the payment service; unique.</summary>
    public string? SessionId { get; set; }
}

public static class OrderState
{
    public const string Pending = "pending";
    public const string Paid = "paid";
    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> All { get; } = [Pending, Paid, Cancelled];
}

public static class PaymentMethod
{
    public const string BankTransfer = "bank_transfer";
    public const string Card = "card";
}

/// <summary>How many invoices a year has: the next number is one more, taken in the transaction that keeps the invoice, so that none is left out.</summary>
public sealed class InvoiceSeries
{
    public required int Year { get; init; }
    public int Last { get; set; }
}

/// <summary>
/// An invoice as it was handed out. The database refuses to change or delete it; it stays when its account is closed (no foreign keys).
/// </summary>
public sealed class Invoice
{
    public required Guid Id { get; init; }
    /// <summary><c>2026-000001</c>; unique, without gaps in a year.</summary>
    public required string Number { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid OrderId { get; init; }
    public required DateTime IssuedAt { get; init; }
    public required string BuyerName { get; init; }
    public required long NetCents { get; init; }
    public required long VatCents { get; init; }
    public required long GrossCents { get; init; }
    /// <summary>All that is printed on it, as JSON.</summary>
    public required string Content { get; init; }
    public required byte[] Pdf { get; init; }
}
