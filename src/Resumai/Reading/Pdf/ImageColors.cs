using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>The colour of a picture behind text. Only small plain pictures are looked into: a white one hides white text; photos do not.</summary>
internal sealed class ImageColors(IPdfTokenScanner scanner, ILookupFilterProvider filters)
{
    /// <summary>Samples of the largest picture looked into; a larger one is a photo.</summary>
    private const int MostSamples = 2_000_000;
    private readonly Dictionary<StreamToken, (byte[] Samples, int Width, int Height, int Channels)?> _read = new(ReferenceEqualityComparer.Instance);

    /// <summary>0xRRGGBB where the picture is of one colour within the box; null when it is not, or not known.</summary>
    public int? At(Paint paint, Box box)
    {
        if (paint.Image is null) return null;
        if (!_read.TryGetValue(paint.Image, out var read)) _read[paint.Image] = read = Read(paint.Image);
        if (read is not { } picture) return null;

        int? color = null;
        for (var y = 0; y <= 2; y++)
        {
            for (var x = 0; x <= 4; x++)
            {
                var column = Index((box.Left + (box.Width * x / 4) - paint.Box.Left) / paint.Box.Width, picture.Width);
                var row = Index((box.Top + (box.Height * y / 2) - paint.Box.Top) / paint.Box.Height, picture.Height);
                var at = ((row * picture.Width) + column) * picture.Channels;
                var sample = picture.Channels == 1 ? picture.Samples[at] * 0x010101 : (picture.Samples[at] << 16) | (picture.Samples[at + 1] << 8) | picture.Samples[at + 2];
                if (color is not null && color != sample) return null;
                color = sample;
            }
        }
        return color;
    }

    private static int Index(double part, int count) => Math.Clamp((int)(part * count), 0, count - 1);

    private (byte[] Samples, int Width, int Height, int Channels)? Read(StreamToken image)
    {
        var dictionary = image.StreamDictionary;
        if (!dictionary.TryGet(NameToken.Width, scanner, out NumericToken? width) || !dictionary.TryGet(NameToken.Height, scanner, out NumericToken? height)
            || !dictionary.TryGet(NameToken.BitsPerComponent, scanner, out NumericToken? bits) || bits.Int != 8) return null;
        if (width.Int <= 0 || height.Int <= 0 || Channels(dictionary) is not { } channels || (long)width.Int * height.Int * channels > MostSamples) return null;
        try
        {
            if (filters.GetFilters(dictionary, scanner).Any(f => !f.IsSupported)) return null;
            var samples = image.Decode(filters, scanner).ToArray();
            return samples.Length >= width.Int * height.Int * channels ? (samples, width.Int, height.Int, channels) : null;
        }
        // A damaged picture has no colour that is known.
        catch (Exception e) when (e is not (OutOfMemoryException or TooComplexException))
        {
            return null;
        }
    }

    private int? Channels(DictionaryToken dictionary)
    {
        if (dictionary.TryGet(NameToken.ColorSpace, scanner, out NameToken? name)) return name.Data switch { "DeviceRGB" or "CalRGB" => 3, "DeviceGray" or "CalGray" => 1, _ => null };
        if (!dictionary.TryGet(NameToken.ColorSpace, scanner, out ArrayToken? array) || array.Data is not [NameToken { Data: "ICCBased" }, var profile, ..]) return null;
        return DirectObjectFinder.TryGet(profile, scanner, out StreamToken? icc) && icc.StreamDictionary.TryGet(NameToken.N, scanner, out NumericToken? n) && n.Int is 1 or 3 ? n.Int : null;
    }
}
