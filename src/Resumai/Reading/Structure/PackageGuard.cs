using System.IO.Compression;
using System.Xml;

namespace Resumai.Reading.Structure;

/// <summary>
/// Unpacks the XML of a package once, counting, before any of it is built into a tree: sizes in a zip's directory may lie, and
/// deeply nested XML would overflow the stack of whoever walks it.
/// </summary>
internal static class PackageGuard
{
    private const int DeepestNesting = 200;
    /// <summary>Elements and attributes; a tree of more would not fit the memory of a parse.</summary>
    private const int MostNodes = 1_500_000;

    /// <summary>False when the package goes beyond the limits. Throws on damaged zip or XML.</summary>
    public static bool IsWithin(Stream package, ReadLimits limits)
    {
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > 10_000) return false;
        var left = limits.UnpackedBytes;
        var nodes = MostNodes;
        foreach (var entry in zip.Entries)
        {
            using var counted = new CountingStream(entry.Open(), left);
            var isXml = IsNamedXml(entry.FullName);
            if (!isXml && !BeginsAsXml(entry)) continue;
            if (!IsShallow(counted, isXml, ref nodes)) return false;
            left -= counted.Count;
        }
        return true;
    }

    private static bool IsNamedXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    /// <summary>A part's name says nothing about its content: what begins with a tag may be read as XML.</summary>
    private static bool BeginsAsXml(ZipArchiveEntry entry)
    {
        Span<byte> start = stackalloc byte[8];
        using var stream = entry.Open();
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..read].Contains((byte)'<');
    }

    /// <param name="isXml">False when the part may as well be something else, which nobody will walk.</param>
    private static bool IsShallow(CountingStream stream, bool isXml, ref int nodes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, CheckCharacters = false };
        try
        {
            using var reader = XmlReader.Create(stream, settings);
            while (reader.Read())
            {
                if (reader.Depth > DeepestNesting) return false;
                if (reader.NodeType == XmlNodeType.Element && (nodes -= 1 + reader.AttributeCount) < 0) return false;
            }
            return true;
        }
        catch (XmlException) when (stream.Exhausted)
        {
            return false;
        }
        catch (XmlException) when (!isXml)
        {
            return true;
        }
    }

    /// <summary>Ends early when more is read than allowed.</summary>
    private sealed class CountingStream(Stream inner, long limit) : Stream
    {
        public long Count { get; private set; }
        public bool Exhausted => Count > limit;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (Exhausted) return 0;
            var read = inner.Read(buffer);
            Count += read;
            return Exhausted ? 0 : read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => Count; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
