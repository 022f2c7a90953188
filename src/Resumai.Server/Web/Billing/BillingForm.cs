using Resumai.Normalize.Places;
using Resumai.Server.Storage;

namespace Resumai.Server.Web.Billing;

/// <summary>Whom invoices are made out to, as somebody filled it in.</summary>
public sealed class BillingForm
{
    public const int LongestLine = 200;

    public string? Name { get; set; }
    public string? Street { get; set; }
    public string? PostalCode { get; set; }
    public string? City { get; set; }
    public string? Country { get; set; }
    public string? VatNumber { get; set; }

    public static BillingForm Of(BillingDetails? saved) => saved is null ? new BillingForm() : new BillingForm
    {
        Name = saved.Name, Street = saved.Street, PostalCode = saved.PostalCode, City = saved.City, Country = saved.Country, VatNumber = saved.VatNumber,
    };

    /// <summary>What is wrong: the field, and the key of the text that says it. Empty: it can be saved.</summary>
    public IReadOnlyDictionary<string, string> Faults()
    {
        var faults = new Dictionary<string, string>();
        if (!IsLine(Name, 1)) faults[nameof(Name)] = "access.line";
        if (!IsLine(Street, 1)) faults[nameof(Street)] = "access.line";
        if (!IsLine(PostalCode, 0)) faults[nameof(PostalCode)] = "access.line";
        if (!IsLine(City, 1)) faults[nameof(City)] = "access.line";
        if (!CountryNames.Codes.Contains(Country ?? "")) faults[nameof(Country)] = "billing.country_refused";
        else if (!string.IsNullOrWhiteSpace(VatNumber) && VatNumbers.Normalize(Country!, VatNumber) is null) faults[nameof(VatNumber)] = "billing.vat_refused";
        return faults;
    }

    /// <summary>To be saved; only without faults.</summary>
    public BillingDetails Details(Guid accountId, string by, DateTime at) => new()
    {
        AccountId = accountId, Name = Name!.Trim(), Street = Street!.Trim(), PostalCode = PostalCode?.Trim() ?? "", City = City!.Trim(), Country = Country!,
        VatNumber = string.IsNullOrWhiteSpace(VatNumber) ? null : VatNumbers.Normalize(Country!, VatNumber), By = by, SavedAt = at,
    };

    private static bool IsLine(string? text, int shortest) =>
        (text ?? "").Trim() is var line && line.Length >= shortest && line.Length <= LongestLine && !line.Any(char.IsControl);
}
