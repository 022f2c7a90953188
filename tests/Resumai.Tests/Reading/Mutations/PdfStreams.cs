using System.IO.Compression;
using System.Text;

namespace Resumai.Tests.Reading.Mutations;

/// <summary>The streams of a PDF, found without reading it: by the words around them.</summary>
/// <param name="Dictionary">Where the dictionary of the stream begins and ends.</param>
/// <param name="Data">Where its data begin and end.</param>
internal readonly record struct PdfStream(Range Dictionary, Range Data)
{
    public static List<PdfStream> Of(byte[] file)
    {
        var found = new List<PdfStream>();
        for (var at = 0; file.AsSpan(at).IndexOf(">>\nstream"u8) is >= 0 and var next || (next = file.AsSpan(at).IndexOf(">>\r\nstream"u8)) >= 0;)
        {
            var word = at + next + file.AsSpan(at + next).IndexOf("stream"u8);
            var data = word + 6 + (file.AsSpan(word + 6).StartsWith("\r\n"u8) ? 2 : 1);
            var length = data < file.Length ? file.AsSpan(data).IndexOf("endstream"u8) : -1;
            if (length < 0) break;
            var dictionary = file.AsSpan(0, word).LastIndexOf(" obj"u8);
            if (dictionary >= 0) found.Add(new PdfStream((dictionary + 4)..word, data..(data + length)));
            at = data + length;
        }
        return found;
    }

    public bool IsDeflated(byte[] file) => file.AsSpan(Dictionary).IndexOf("FlateDecode"u8) >= 0 && file.AsSpan(Dictionary).IndexOf("DecodeParms"u8) < 0;

    /// <summary>The data unpacked; null when they cannot be.</summary>
    public byte[]? Unpack(byte[] file)
    {
        try
        {
            using var inflater = new ZLibStream(new MemoryStream(file[Data]), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            inflater.CopyTo(unpacked);
            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The file with other data in this stream.</summary>
    public byte[] Replace(byte[] file, byte[] data)
    {
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) deflater.Write(data);
        var dictionary = Encoding.Latin1.GetString(file[Dictionary]);
        var length = dictionary.IndexOf("/Length", StringComparison.Ordinal);
        // A second entry would not count: readers take the first.
        if (length >= 0) dictionary = $"{dictionary[..length]}/Length {packed.Length} /Old{dictionary[length..].TrimStart('/')}";
        return [.. file[..Dictionary.Start.Value], .. Encoding.Latin1.GetBytes(dictionary), .. "stream\n"u8, .. packed.ToArray(), .. "\n"u8, .. file[Data.End.Value..]];
    }
}
