using Resumai.Reading;
using UglyToad.PdfPig;

namespace Resumai.Bench.ParseCost;

/// <summary>A PDF that says in text all that is printed on its pages: nothing of it is recognised.</summary>
internal sealed record DigitalCv(string Path, byte[] Bytes, int Pages)
{
    /// <summary>The digital PDFs of a folder, in the order of their names.</summary>
    /// <param name="most">No more than so many, spread over the folder.</param>
    public static IReadOnlyList<DigitalCv> Of(string folder, int most)
    {
        var files = Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).ToArray();
        var step = Math.Max(1, files.Length / most);
        return [.. files.Where((_, i) => i % step == 0).Select(Read).OfType<DigitalCv>().Take(most)];
    }

    /// <summary>How many letters PdfPig reads; the measure of everything here.</summary>
    public int Letters()
    {
        using var pdf = PdfDocument.Open(Bytes);
        var letters = 0;
        for (var page = 1; page <= pdf.NumberOfPages; page++) letters += pdf.GetPage(page).Letters.Count;
        return letters;
    }

    private static DigitalCv? Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var isDigital = DocumentReaders.Read(bytes, new ReadLimits()).Document is { } document && document.Pages.All(p => p is { Glyphs.Count: > 0, TextLayer: TextLayer.Printed, Unread.Count: 0 });
        if (!isDigital) return null;
        using var pdf = PdfDocument.Open(bytes);
        return new DigitalCv(path, bytes, pdf.NumberOfPages);
    }
}
