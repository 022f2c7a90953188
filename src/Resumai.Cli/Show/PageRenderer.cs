using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Resumai.Cli.Show;

/// <summary>Draws pages of PDFs with Poppler's <c>pdftoppm</c>, where it is installed.</summary>
internal static class PageRenderer
{
    public const string Missing = "Pages are drawn with Poppler's pdftoppm, which is not installed (apt-get install poppler-utils). --format html draws the letters without it.";
    private const int DotsPerInch = 144;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);
    private static readonly string? Program =
        ((string[])["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]).Select(folder => Path.Combine(folder, "pdftoppm")).FirstOrDefault(File.Exists);

    public static bool IsInstalled => Program is not null;

    /// <param name="page">From 1.</param>
    /// <returns>Null when the page cannot be drawn.</returns>
    public static Picture? Render(byte[] pdf, int page)
    {
        if (Program is null) return null;
        var file = Path.Combine(Path.GetTempPath(), $"resumai-{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(file, pdf);
            return Read(Run(Program, file, page.ToString(CultureInfo.InvariantCulture)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] Run(string program, string file, string page)
    {
        var start = new ProcessStartInfo(program, ["-q", "-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-cropbox", "-f", page, "-l", page, file])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        using var picture = new MemoryStream();
        var copying = process.StandardOutput.BaseStream.CopyToAsync(picture);
        var complaints = process.StandardError.ReadToEndAsync();
        if (!Task.WaitAll([copying, complaints], TimeLimit) || !process.WaitForExit(TimeLimit))
        {
            process.Kill();
            return [];
        }
        return process.ExitCode == 0 ? picture.ToArray() : [];
    }

    /// <summary>Portable pixmap: "P6", width, height and 255, each ended by white space, then the pixels.</summary>
    private static Picture? Read(byte[] ppm)
    {
        var (numbers, at) = (new List<int>(), 2);
        while (numbers.Count < 3)
        {
            var end = at;
            while (end < ppm.Length && !char.IsWhiteSpace((char)ppm[end])) end++;
            if (end > at && !int.TryParse(Encoding.ASCII.GetString(ppm, at, end - at), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            else if (end > at) numbers.Add(int.Parse(Encoding.ASCII.GetString(ppm, at, end - at), CultureInfo.InvariantCulture));
            if (end >= ppm.Length) return null;
            at = end + 1;
        }
        return ppm.Length - at < numbers[0] * numbers[1] * 3 ? null : new Picture(numbers[0], numbers[1], ppm[at..(at + (numbers[0] * numbers[1] * 3))]);
    }
}
