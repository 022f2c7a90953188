using System.IO.Compression;
using System.Text;

namespace Resumai.Server.Tests.Hostile;

/// <summary>A PDF written object by object: 1 is the catalog, 2 the page tree, 3 the page, 4 its content, 5 the font /F; more follow.</summary>
internal sealed class Pdf
{
    public const string Words = "BT /F 12 Tf 40 700 Td (Experience) Tj 0 -20 Td (2019 - 2023 Baker, Example Bakery, Ghent) Tj ET ";

    private readonly SortedDictionary<int, byte[]> _objects = [];

    public Pdf(string content = Words, string resources = "")
    {
        Set(1, "<</Type/Catalog/Pages 2 0 R>>");
        Set(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        Set(3, $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>{resources}>>>>");
        Stream(4, "", Encoding.Latin1.GetBytes(content));
        Set(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
    }

    public Pdf Set(int number, string value)
    {
        _objects[number] = Encoding.Latin1.GetBytes(value);
        return this;
    }

    public Pdf Stream(int number, string entries, byte[] data)
    {
        _objects[number] = [.. Encoding.Latin1.GetBytes($"<<{entries}/Length {data.Length}>>\nstream\n"), .. data, .. "\nendstream"u8];
        return this;
    }

    /// <summary>A stream packed by Flate.</summary>
    public Pdf Packed(int number, string entries, Action<Stream> write) => Stream(number, entries + "/Filter/FlateDecode", Pack(write));

    public byte[] Bytes(string trailer = "")
    {
        using var file = new MemoryStream();
        var offsets = new Dictionary<int, long>();
        file.Write("%PDF-1.7\n"u8);
        foreach (var (number, value) in _objects)
        {
            offsets[number] = file.Position;
            file.Write(Encoding.Latin1.GetBytes($"{number} 0 obj\n"));
            file.Write(value);
            file.Write("\nendobj\n"u8);
        }
        var table = file.Position;
        var last = _objects.Keys.Max();
        var text = new StringBuilder($"xref\n0 {last + 1}\n0000000000 65535 f \n");
        for (var i = 1; i <= last; i++) text.Append(offsets.TryGetValue(i, out var at) ? $"{at:0000000000} 00000 n \n" : "0000000000 00000 f \n");
        text.Append(null, $"trailer\n<</Size {last + 1}/Root 1 0 R{trailer.Replace("$table", table.ToString(), StringComparison.Ordinal)}>>\nstartxref\n{table}\n%%EOF");
        file.Write(Encoding.Latin1.GetBytes(text.ToString()));
        return file.ToArray();
    }

    public static byte[] Pack(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var deflater = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) write(deflater);
        return packed.ToArray();
    }
}
