using System.Diagnostics;
using System.Globalization;
using ImageMagick;
using Resumai.Ocr.Pages;
using Resumai.Ocr.Raster;
using Resumai.Reading;
using Resumai.Tests.Reading.Mutations;

namespace Resumai.Ocr.Tests.Pages;

/// <summary>
/// Opens and straightens damaged pictures in a child process, since what a decoder does to itself ends the process. The number of
/// a mutation decides all of it.
/// </summary>
internal static class DamagedPictures
{
    public const string Verb = "open-pictures";

    /// <summary>The child: a line for each mutation. Arguments: <see cref="Verb"/>, format, first, number after the last.</summary>
    public static int Open(string[] args)
    {
        var picture = Picture(args[1]);
        for (var i = int.Parse(args[2], CultureInfo.InvariantCulture); i < int.Parse(args[3], CultureInfo.InvariantCulture); i++)
        {
            var random = new Random(7919 * i + 17);
            var mutation = ByteMutations.All[i % ByteMutations.All.Count];
            // A PNG's checksums are the first to tell: half are damaged inside of them.
            var bytes = args[1] == nameof(MagickFormat.Png) && random.Next(2) == 0 ? DamagedPng.Of(mutation, random) : mutation.Damage(picture, random);
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var answer = Open(bytes);
            var seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            Console.WriteLine($"{i} {(seconds > 10 ? "slow" : answer)}");
        }
        // The peak of memory in MB.
        Console.WriteLine($"peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20}");
        return 0;
    }

    private static string Open(byte[] bytes)
    {
        if (DocumentReaders.Recognize(bytes) is not { } reader) return "unknown";
        var document = reader.Read(bytes, new ReadLimits()).Document;
        if (document is null) return "refused";
        var (images, error) = PageSource.Open(bytes, document, new ReadLimits());
        if (images is null) return error!.Code;
        using (images)
        {
            var pages = Enumerable.Range(1, Math.Min(3, images.Count)).Select(images.Render).OfType<PageImage>().Select(p => StraightPage.Of(p)).ToList();
            return pages.Count == 0 ? "no page" : "opened";
        }
    }

    /// <summary>The head of a page as a telephone's picture.</summary>
    public static byte[] Heic()
    {
        using var stream = typeof(DamagedPictures).Assembly.GetManifestResourceStream("head.heic")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A small page of lines in the format.</summary>
    public static byte[] Picture(string format)
    {
        if (format == "Heic") return Heic();
        var (width, height) = (500, 700);
        var pixels = new byte[width * height];
        Array.Fill(pixels, (byte)250);
        for (var y = 40; y < height - 40; y++)
        {
            for (var x = 40; x < width - 40; x++)
            {
                if (y % 24 < 9 && x * 7 % 11 < 6) pixels[y * width + x] = 30;
            }
        }
        using var image = new MagickImage();
        image.ReadPixels(pixels, new PixelReadSettings((uint)width, (uint)height, StorageType.Char, "R"));
        image.Density = new Density(72);
        if (format == nameof(MagickFormat.Tiff))
        {
            using var pages = new MagickImageCollection([image.Clone(), image.Clone()]);
            return pages.ToByteArray(MagickFormat.Tiff);
        }
        return image.ToByteArray(Enum.Parse<MagickFormat>(format));
    }
}
