using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Resumai.Server.ApiKeys;

/// <summary>
/// How a key is written: <c>rsm_live_</c> or <c>rsm_test_</c>, 32 random base62 characters, 6 base62 characters of the CRC-32
/// (ISO-HDLC) over prefix and body. A scanner and the server tell a mistyped key without a look-up.
/// </summary>
public static class KeyText
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);
    private const int BodyLength = 32;
    private const int CheckLength = 6;

    public static string Create(string environment)
    {
        var start = $"rsm_{environment}_" + RandomNumberGenerator.GetString(Alphabet, BodyLength);
        return start + Checksum(start);
    }

    /// <summary>True when the text has the form of a key and its checksum holds.</summary>
    public static bool IsWellFormed(string text) =>
        (text.StartsWith("rsm_live_", StringComparison.Ordinal) || text.StartsWith("rsm_test_", StringComparison.Ordinal))
        && text.Length == "rsm_live_".Length + BodyLength + CheckLength
        && text.AsSpan("rsm_live_".Length).ContainsAnyExcept(Letters) is false
        && text[^CheckLength..] == Checksum(text[..^CheckLength]);

    /// <summary>What the database keeps of a key.</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.ASCII.GetBytes(text));

    /// <summary>Enough to tell keys apart, too little to guess one.</summary>
    public static string Start(string text) => text[.."rsm_live_1234".Length];

    private static string Checksum(string text)
    {
        var crc = Crc32(Encoding.ASCII.GetBytes(text));
        Span<char> check = stackalloc char[CheckLength];
        for (var i = CheckLength - 1; i >= 0; i--, crc /= 62) check[i] = Alphabet[(int)(crc % 62)];
        return new string(check);
    }

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }
}
