using Resumai.Knowledge.Tables;

namespace Resumai.Knowledge;

/// <summary>A certificate by any of its names.</summary>
/// <param name="Issuer">Who gives it; null when several do.</param>
internal sealed record Certificate(string Name, string? Issuer);

/// <summary>Names of certificates, licences and examinations, with their issuers. Thread-safe.</summary>
internal static class CertificateLexicon
{
    /// <summary>The certificate that the whole text names; null when none is known.</summary>
    public static Certificate? Find(string text)
    {
        if (CompiledTables.Get("certificate").Find(LookupKey.Of(text)) is not [var cell, ..]) return null;
        var bar = cell.LastIndexOf('|');
        return new Certificate(cell[..bar], bar + 1 < cell.Length ? cell[(bar + 1)..] : null);
    }
}
