using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Resumai.Server.Lists;

/// <summary>
/// How a cursor is written: base64url of version, binding, id, sort value, and the first 16 bytes of an HMAC-SHA-256 over all of
/// them. Opaque to clients; a cursor that we did not write is not read.
/// </summary>
public static class CursorText
{
    private const byte Version = 1;
    private const int BindingLength = ListBinding.Length;
    private const int IdAt = 1 + BindingLength;
    private const int HasKeyAt = IdAt + 16;
    private const int KeyAt = HasKeyAt + 1;
    private const int SignatureLength = 16;

    public static string Write(Position position, ReadOnlySpan<byte> binding, ReadOnlySpan<byte> key)
    {
        var sortValue = Encoding.UTF8.GetBytes(position.Key ?? "");
        var bytes = new byte[KeyAt + sortValue.Length + SignatureLength];
        bytes[0] = Version;
        binding.CopyTo(bytes.AsSpan(1));
        position.Id.TryWriteBytes(bytes.AsSpan(IdAt), bigEndian: true, out _);
        bytes[HasKeyAt] = position.Key is null ? (byte)0 : (byte)1;
        sortValue.CopyTo(bytes.AsSpan(KeyAt));
        Sign(bytes.AsSpan(..^SignatureLength), key).CopyTo(bytes.AsSpan(^SignatureLength..));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>What we wrote; null for any other text.</summary>
    public static (byte[] Binding, Position Position)? Read(string text, ReadOnlySpan<byte> key)
    {
        if (!Base64Url.IsValid(text, out var length) || length < KeyAt + SignatureLength) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes[0] != Version || !CryptographicOperations.FixedTimeEquals(Sign(bytes.AsSpan(..^SignatureLength), key), bytes.AsSpan(^SignatureLength..))) return null;
        var id = new Guid(bytes.AsSpan(IdAt, 16), bigEndian: true);
        var sortValue = bytes[HasKeyAt] == 0 ? null : Encoding.UTF8.GetString(bytes.AsSpan(KeyAt..^SignatureLength));
        return (bytes[1..IdAt], new Position(sortValue, id));
    }

    private static byte[] Sign(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> key) => HMACSHA256.HashData(key, bytes)[..SignatureLength];
}
