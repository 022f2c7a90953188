using System.Buffers.Binary;
using System.Text;

namespace Resumai.Server.Tests.Hostile;

/// <summary>Pictures in PDF, which are rendered for recognition where a page has no text: huge, or packed so that unpacking takes long.</summary>
internal static class HostilePdfPictures
{
    private const string Draw = "600 0 0 800 0 0 cm /I Do";
    private static readonly string[] Anything = ["record", "no_text_found", "corrupt_document", "too_complex", "timed_out", "memory_exceeded", "parser_crashed"];

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("picture: 40,000 x 40,000 pixels in a PDF", () => Picture("/Width 40000/Height 40000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode", Pdf.Pack(s => Zip.Fill(s, 0, 200_000_000))), Anything),
        new("picture: 40,000 x 40,000 colours in a PDF", () => Picture("/Width 40000/Height 40000/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/FlateDecode", Pdf.Pack(s => Zip.Fill(s, 0, 1_000_000_000))), Anything),
        new("picture: a JBIG2 page of 18 quintillion pixels", () => Picture("/Width 40000/Height 40000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode", Jbig2(uint.MaxValue, uint.MaxValue)), Anything),
        new("picture: a JBIG2 region of 30,000 x 60,000 pixels", () => Picture("/Width 30000/Height 60000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode", Jbig2(30_000, 60_000)), Anything),
        new("picture: a hundred JBIG2 regions", () => Picture("/Width 20000/Height 20000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode", Jbig2(20_000, 20_000, 100)), Anything),
        new("picture: a JPX of 4 billion tiles", () => Picture("/Width 60000/Height 60000/Filter/JPXDecode", Jpx(60_000, 60_000, 1)), Anything),
        new("picture: a JPX of 60,000 x 60,000 pixels", () => Picture("/Width 60000/Height 60000/Filter/JPXDecode", Jpx(60_000, 60_000, 60_000)), Anything),
        new("picture: a JPX of 16,000 components", () => Picture("/Width 2000/Height 2000/Filter/JPXDecode", Jpx(2000, 2000, 2000, 16_384)), Anything),
        new("picture: a pattern of a billion tiles", () => new Pdf("/Pattern cs /P scn 0 0 600 800 re f " + Draw, "/Pattern<</P 6 0 R>>/XObject<</I 7 0 R>>")
            .Stream(6, "/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 10 10]/XStep .005/YStep .005/Resources<<>>", Encoding.Latin1.GetBytes(Zip.Repeat("0 0 9 9 re f ", 1000)))
            .Stream(7, "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", [0]).Bytes(), Anything),
        new("picture: a mask of a mask of itself", () => new Pdf(Draw, "/XObject<</I 6 0 R>>").Stream(6, "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/SMask 6 0 R", [0]).Bytes(), Anything),
        new("picture: a pyramid of drawn pictures", Pyramid, Anything),
    ];

    private static byte[] Picture(string entries, byte[] data) => new Pdf(Draw, "/XObject<</I 6 0 R>>").Stream(6, "/Type/XObject/Subtype/Image" + entries, data).Bytes();

    /// <summary>Pages with one picture drawn a hundred thousand times.</summary>
    private static byte[] Pyramid() => new Pdf("", "/XObject<</I 6 0 R>>").Packed(4, "", s => s.Write(Encoding.Latin1.GetBytes(Draw + Zip.Repeat("\n/I Do", 100_000))))
        .Packed(6, "/Type/XObject/Subtype/Image/Width 2000/Height 2000/BitsPerComponent 8/ColorSpace/DeviceRGB", s => Zip.Fill(s, 127, 12_000_000)).Bytes();

    /// <summary>A page and generic regions that cover it (ITU-T T.88), with a few bytes of code for all their pixels.</summary>
    private static byte[] Jbig2(uint width, uint height, int regions = 1)
    {
        using var file = new MemoryStream();
        Segment(file, 0, 48, [.. Big(width), .. Big(height), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        for (var i = 1; i <= regions; i++) Segment(file, i, 38, [.. Big(width), .. Big(height), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 255, 253, 255, 2, 254, 254, 254, 1, 2, 3, 4, 5, 6, 255, 172]);
        return file.ToArray();
    }

    private static void Segment(Stream file, int number, byte kind, byte[] data)
    {
        file.Write([.. Big((uint)number), kind, 0, 1, .. Big((uint)data.Length)]);
        file.Write(data);
    }

    /// <summary>The head of a JPEG 2000 codestream (ITU-T T.800) and one empty tile.</summary>
    private static byte[] Jpx(uint width, uint height, uint tile, int components = 3)
    {
        var size = new List<byte>([0xFF, 0x4F, 0xFF, 0x51, .. Short(38 + 3 * components), 0, 0, .. Big(width), .. Big(height), .. Big(0), .. Big(0), .. Big(tile), .. Big(tile), .. Big(0), .. Big(0), .. Short(components)]);
        for (var i = 0; i < components; i++) size.AddRange([7, 1, 1]);
        return [.. size, 0xFF, 0x52, 0, 12, 0, 0, 0, 1, 0, 5, 4, 4, 0, 1, 0xFF, 0x5C, 0, 19, 0x40, .. Enumerable.Repeat((byte)0x48, 16), 0xFF, 0x90, 0, 10, 0, 0, 0, 0, 0, 0, 0, 1, 0xFF, 0x93, .. Enumerable.Repeat((byte)0x80, 2000), 0xFF, 0xD9];
    }

    private static byte[] Big(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Short(int value) => [(byte)(value >> 8), (byte)value];
}
