using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Resumai.Server.Web.Billing.Stripe;

/// <summary>Stripe's signature of a call: HMAC-SHA-256 over time, a full stop and the body, in the header <c>Stripe-Signature: t=…,v1=…</c>.</summary>
public static class StripeSignature
{
    /// <summary>A call that is older, or from the future by more, is refused: it could be one that somebody kept.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static bool IsValid(string header, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        var parts = header.Split(',').Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToLookup(p => p[0].Trim(), p => p[1].Trim());
        if (!long.TryParse(parts["t"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return false;
        if (Math.Abs(now.ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds) return false;
        var expected = Encoding.ASCII.GetBytes(Of(seconds, body, secret));
        // While the secret is replaced, calls are signed with both.
        return parts["v1"].Any(given => CryptographicOperations.FixedTimeEquals(expected, Encoding.ASCII.GetBytes(given)));
    }

    /// <summary>In lower-case hexadecimal digits.</summary>
    public static string Of(long seconds, ReadOnlySpan<byte> body, string secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), (byte[])[.. Encoding.UTF8.GetBytes($"{seconds}."), .. body]));
}
