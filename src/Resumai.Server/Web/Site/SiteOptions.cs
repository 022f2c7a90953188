using Resumai.Server.Accounts;
using Resumai.Server.Settings;

namespace Resumai.Server.Web.Site;

/// <summary>What the public pages say of whoever runs this server.</summary>
/// <param name="Name">Of the company or person; empty: not filled in.</param>
/// <param name="Address">Postal, on one line.</param>
/// <param name="Email">Where questions go.</param>
/// <param name="DataProtection">Who answers questions of data protection, with how to reach them; empty: the address above.</param>
public sealed record SiteOptions(string Name, string Address, string Email, string DataProtection, IReadOnlyList<SubProcessor> SubProcessors, IReadOnlyList<CreditPack> Packs)
{
    public static SiteOptions Read(SettingsReader settings)
    {
        var options = new SiteOptions(settings.Text("Operator:Name", ""), settings.Text("Operator:Address", ""), settings.Text("Operator:Email", ""),
            settings.Text("Operator:DataProtection", ""),
            settings.List("Operator:SubProcessors", "like NAME | WHAT FOR | COUNTRY", SubProcessor.Parse),
            settings.List("Prices:Packs", "like 1000=9000: credits, and what they cost in euro cents", CreditPack.Parse));
        if (options.Email.Length > 0 && !AccountOpening.IsAddress(options.Email)) settings.Fault("Operator:Email", "must be an e-mail address");
        return options;
    }
}

/// <summary>A company that processes customers' data for the operator.</summary>
public sealed record SubProcessor(string Name, string Purpose, string Country)
{
    /// <summary><c>NAME | WHAT FOR | COUNTRY</c>; null for anything else.</summary>
    public static SubProcessor? Parse(string text) =>
        text.Split('|', StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } purpose, { Length: > 0 } country] ? new SubProcessor(name, purpose, country) : null;
}

/// <summary>Credits that are sold together.</summary>
/// <param name="Cents">Euro cents, without VAT.</param>
public sealed record CreditPack(long Credits, long Cents)
{
    /// <summary><c>1000=9000</c>; null for anything else.</summary>
    public static CreditPack? Parse(string text) =>
        text.Split('=', StringSplitOptions.TrimEntries) is [var credits, var cents]
        && int.TryParse(credits, out var count) && count > 0 && int.TryParse(cents, out var price) && price >= 0 ? new CreditPack(count, price) : null;
}
