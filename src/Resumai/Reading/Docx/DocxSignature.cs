using System.Buffers.Binary;

namespace Resumai.Reading.Docx;

/// <summary>Recognises Word documents by content: a zip with a main document part, or an encrypted one inside a compound file.</summary>
internal static class DocxSignature
{
    private static ReadOnlySpan<byte> LocalHeader => "PK\u0003\u0004"u8;
    private static ReadOnlySpan<byte> DirectoryEnd => "PK\u0005\u0006"u8;
    private static ReadOnlySpan<byte> DirectoryEntry => "PK\u0001\u0002"u8;
    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static ReadOnlySpan<byte> MainPart => "word/document"u8;

    /// <summary>The stream that [MS-OFFCRYPTO] keeps the encrypted package in; names in a compound file are UTF-16.</summary>
    private static readonly byte[] EncryptedPackage = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool IsEncrypted(ReadOnlySpan<byte> bytes) => bytes.StartsWith(CompoundFile) && bytes.IndexOf(EncryptedPackage) >= 0;

    public static bool IsDocx(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(LocalHeader)) return false;
        // A file cut off has no directory; then the name of the part in front of its data must do.
        return HasMainPart(bytes) ?? bytes.IndexOf(MainPart) >= 0;
    }

    /// <summary>Looks for the part in the zip's directory (APPNOTE 4.3.12, 4.3.16); null when there is none to read.</summary>
    private static bool? HasMainPart(ReadOnlySpan<byte> bytes)
    {
        const int endLength = 22, longestComment = 65535, entryLength = 46;
        var tail = bytes[Math.Max(0, bytes.Length - endLength - longestComment)..];
        var end = tail.LastIndexOf(DirectoryEnd);
        if (end < 0 || tail.Length - end < endLength) return null;

        var at = (long)BinaryPrimitives.ReadUInt32LittleEndian(tail[(end + 16)..]);
        while (at + entryLength <= bytes.Length)
        {
            var entry = bytes[(int)at..];
            if (!entry.StartsWith(DirectoryEntry)) break;
            var name = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            if (entry.Length < entryLength + name) return null;
            if (IsMainPart(entry.Slice(entryLength, name))) return true;
            at += entryLength + name + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }
        return false;
    }

    /// <summary>"word/document.xml", or "word/document2.xml" as some programs name it.</summary>
    private static bool IsMainPart(ReadOnlySpan<byte> name) =>
        name.StartsWith(MainPart) && name.EndsWith(".xml"u8) && name[MainPart.Length..^4].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
