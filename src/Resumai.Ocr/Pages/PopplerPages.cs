using System.Diagnostics;
using System.Globalization;
using ImageMagick;

namespace Resumai.Ocr.Pages;

/// <summary>Renders the pages of a PDF with Poppler's <c>pdftoppm</c>, a process a page: where PDFium is not installed.</summary>
internal sealed class PopplerPages : IPageImages
{
    private static readonly string[] Folders = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(20);
    private readonly string _file;

    private PopplerPages(string file, int count) => (_file, Count) = (file, count);

    public static string? Program { get; } = Folders.Select(folder => Path.Combine(folder, "pdftoppm")).FirstOrDefault(File.Exists);

    public int Count { get; }

    /// <param name="count">Pages, as the reader counted them.</param>
    public static PopplerPages Open(ReadOnlyMemory<byte> bytes, int count)
    {
        var file = Path.Combine(Path.GetTempPath(), $"resumai-{Guid.NewGuid():N}.pdf");
        using (var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write)) stream.Write(bytes.Span);
        return new PopplerPages(file, count);
    }

    public PageImage? Render(int page)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo(Program!, ["-q", "-r", RenderSize.DotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, _file])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        try
        {
            using var picture = new MemoryStream();
            var copying = process.StandardOutput.BaseStream.CopyToAsync(picture);
            var complaints = process.StandardError.ReadToEndAsync();
            if (!Task.WaitAll([copying, complaints], TimeLimit) || !process.WaitForExit(TimeLimit))
            {
                process.Kill();
                return null;
            }
            if (process.ExitCode != 0 || picture.Length == 0) return null;
            using var image = new MagickImage(picture.ToArray(), MagickFormat.Ppm);
            const double pointsPerPixel = 72.0 / RenderSize.DotsPerInch;
            return new PageImage((int)image.Width, (int)image.Height, image.ToByteArray(MagickFormat.Rgb), image.Width * pointsPerPixel, image.Height * pointsPerPixel);
        }
        catch (MagickException)
        {
            return null;
        }
    }

    public void Dispose() => File.Delete(_file);
}
