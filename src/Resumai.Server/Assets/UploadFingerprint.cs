using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Resumai.Server.Assets;

/// <summary>What an upload means: its file, its name, the set of its tags and its locale; not how it was sent.</summary>
internal static class UploadFingerprint
{
    public static byte[] Of(UploadForm form)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(form.File!.Sha256);
        Append(hash, form.Filename);
        Append(hash, form.Locale ?? "");
        foreach (var tag in form.Tags.Order(StringComparer.Ordinal)) Append(hash, tag);
        return hash.GetHashAndReset();
    }

    /// <summary>With its length before it, so that no two lists of texts look alike.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
