using System.Globalization;
using Resumai.Layout;
using Resumai.Reading;
using UglyToad.PdfPig;

namespace Resumai.Bench.PageReading;

/// <summary>Processor time of reading and arranging against that of reading the letters with PdfPig alone: same files, same run, warm.</summary>
internal static class ReadingCost
{
    private const int WarmUps = 2, Rounds = 5;

    public static void Write(TextWriter output, IReadOnlyList<ReadingDocument> documents)
    {
        List<byte[]> files = [.. documents.Where(d => d.Path.EndsWith(".pdf", StringComparison.Ordinal)).Select(d => File.ReadAllBytes(d.Path))];
        if (files.Count == 0) return;
        var pages = files.Sum(Pages);
        for (var i = 0; i < WarmUps; i++)
        {
            Time(files, Letters);
            Time(files, ReadAndArrange);
        }
        // Alternating, so that what else the machine does falls on both; the least of the rounds is the undisturbed one.
        List<(double Letters, double Both)> rounds = [.. Enumerable.Range(0, Rounds).Select(_ => (Time(files, Letters), Time(files, ReadAndArrange)))];
        var (letters, both) = (rounds.Min(r => r.Letters), rounds.Min(r => r.Both));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"\ncost: read + arrange {both / pages:0.00} CPU-ms a page, PdfPig's letters alone {letters / pages:0.00}: ratio {both / letters:0.00} ({pages} pages of {files.Count} PDFs, least of {Rounds} rounds)"));
    }

    private static double Time(IReadOnlyList<byte[]> files, Func<byte[], int> work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        foreach (var file in files) work(file);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static int Pages(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return pdf.NumberOfPages;
    }

    private static int Letters(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        var letters = 0;
        for (var page = 1; page <= pdf.NumberOfPages; page++) letters += pdf.GetPage(page).Letters.Count;
        return letters;
    }

    private static int ReadAndArrange(byte[] file) =>
        DocumentReaders.Read(file, new ReadLimits()).Document is { } document ? PageArranger.Arrange(document).Blocks.Count : 0;
}
