using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Resumai.Reading.Odt;

/// <summary>The parts of an OpenDocument package (part 2) that are read.</summary>
internal sealed record OdtPackage(XElement Content, XElement? Styles, bool Encrypted)
{
    private static ReadOnlySpan<byte> MediaType => "application/vnd.oasis.opendocument.text"u8;
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    /// <summary>The first entry of the zip is named "mimetype" and stored, so that the type stands near the first byte (part 2, 3.3).</summary>
    public static bool Recognizes(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("PK\u0003\u0004"u8)) return false;
        var start = bytes[..Math.Min(bytes.Length, 4096)];
        var name = start.IndexOf("mimetype"u8);
        var at = name < 0 ? -1 : start[name..].IndexOf(MediaType);
        if (at is >= 0 and < 200) return IsDocument(start[(name + at)..]);
        // Programs that pack a document again may compress the entry or put it elsewhere.
        return bytes.IndexOf("mimetype"u8) >= 0 && bytes.IndexOf("content.xml"u8) >= 0 && IsDocument(TypeEntry(bytes.ToArray()));
    }

    /// <summary>Master documents and web pages have types of their own; templates are documents.</summary>
    private static bool IsDocument(ReadOnlySpan<byte> type) =>
        type.StartsWith(MediaType) && (!type[MediaType.Length..].StartsWith("-"u8) || type[MediaType.Length..].StartsWith("-template"u8));

    private static ReadOnlySpan<byte> TypeEntry(byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            using var stream = zip.GetEntry("mimetype")?.Open();
            var type = new byte[100];
            return stream is null ? [] : type.AsSpan(0, stream.ReadAtLeast(type, type.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    public static OdtPackage? Open(Stream stream)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var encrypted = zip.GetEntry("encrypted-package") is not null
            || (Load(zip, "META-INF/manifest.xml")?.Descendants().Any(e => e.Name.LocalName == "encryption-data") ?? false);
        if (encrypted) return new OdtPackage(new XElement("none"), null, Encrypted: true);
        return Load(zip, "content.xml") is { } content ? new OdtPackage(content, Load(zip, "styles.xml"), Encrypted: false) : null;
    }

    private static XElement? Load(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { } entry) return null;
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Safe);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
