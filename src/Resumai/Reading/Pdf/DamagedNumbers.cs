using System.Buffers.Text;

namespace Resumai.Reading.Pdf;

/// <summary>
/// Mends numbers of cross-reference streams that PdfPig takes at their word: field widths, which it allocates on the stack
/// (the process ends), and counts of entries, for which it makes lists.
/// </summary>
internal static class DamagedNumbers
{
    /// <summary>Bytes of a field that do no harm yet. The widths of a font have the same name, and ranges of codes up to 65,535.</summary>
    private const long WidestField = 100_000;
    /// <summary>Largest object number of a PDF (ISO 32000-1, annex C).</summary>
    private const long MostObjects = 8_388_607;

    /// <summary>The same bytes, or a copy with harmless numbers where they were not.</summary>
    public static ReadOnlyMemory<byte> Mend(ReadOnlyMemory<byte> file)
    {
        byte[]? copy = null;
        var bytes = file.Span;
        for (var at = 0; Next(bytes, at) is >= 0 and var found; at = found + 2)
        {
            var limit = bytes[found + 1] == (byte)'W' ? WidestField : MostObjects;
            var end = Math.Min(bytes.Length, found + 400);
            var list = false;
            for (var i = found + 2; i < end; i++)
            {
                var c = bytes[i];
                if (c is (byte)'/' or (byte)'>' or (byte)']' or (byte)'<' or (byte)'(') break;
                if (c == (byte)'[')
                {
                    // [0 [500 …]]: the widths of a font, not of fields.
                    if (list) break;
                    list = true;
                }
                if (c is not (>= (byte)'0' and <= (byte)'9')) continue;
                var length = Length(bytes[i..end]);
                if (!Utf8Parser.TryParse(bytes.Slice(i, length), out long number, out var read) || read != length || number > limit)
                {
                    copy ??= file.ToArray();
                    copy.AsSpan(i, length).Fill((byte)' ');
                    copy[i] = (byte)'0';
                }
                i += length - 1;
            }
        }
        return copy ?? file;
    }

    /// <summary>The next /W, /Size or /Index.</summary>
    private static int Next(ReadOnlySpan<byte> bytes, int from)
    {
        while (from < bytes.Length)
        {
            var at = bytes[from..].IndexOf((byte)'/');
            if (at < 0) return -1;
            at += from;
            var name = bytes[(at + 1)..];
            if (name.StartsWith("W["u8) || name.StartsWith("W "u8) || name.StartsWith("Size"u8) || name.StartsWith("Index"u8)) return at;
            from = at + 1;
        }
        return -1;
    }

    private static int Length(ReadOnlySpan<byte> bytes)
    {
        var length = 1;
        while (length < bytes.Length && bytes[length] is >= (byte)'0' and <= (byte)'9') length++;
        return length;
    }
}
