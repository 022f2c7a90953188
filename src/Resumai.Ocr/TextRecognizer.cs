using Resumai.Master;
using Resumai.Ocr.Languages;
using Resumai.Ocr.Pages;
using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Words;
using Resumai.Reading;

namespace Resumai.Ocr;

/// <summary>
/// Reads pictures with Tesseract: renders or decodes each page, straightens it, recognises it and hands on glyphs in points of the
/// page. Thread-safe; keep one, since loaded language models wait in it for the next document.
/// </summary>
public sealed class TextRecognizer : ITextRecognizer, IDisposable
{
    /// <summary>Mean confidence of a page's words below which its reader is warned.</summary>
    private const double LowConfidence = 0.8;
    private const int EnginesKept = 6;
    private readonly EnginePool _engines = new(EnginesKept);

    /// <summary>True where Tesseract and its English model are installed. PDF scans need PDFium or Poppler besides.</summary>
    public static bool IsInstalled => TesseractLibrary.IsInstalled;

    /// <inheritdoc/>
    public ReadResult Recognize(ReadOnlyMemory<byte> bytes, SourceDocument document, ReadLimits limits)
    {
        if (!IsInstalled) return ParseError.OcrUnavailable;
        var (images, error) = PageSource.Open(bytes, document, limits);
        if (images is null) return error!;
        using (images) return Read(images, document, limits);
    }

    private ReadResult Read(IPageImages images, SourceDocument document, ReadLimits limits)
    {
        var isImage = document.Format != Reading.DocumentFormat.Pdf;
        var pages = isImage ? [.. Enumerable.Range(1, images.Count).Select(n => new Page { Number = n, Unread = document.Pages[0].Unread })] : document.Pages;
        var unread = pages.Where(p => p.Unread.Count > 0).ToList();
        var (recognized, warnings) = Recognize(images, unread.Take(limits.RecognizedPages), RoughLanguage.OfText(document));
        if (recognized.Count == 0 && isImage) return ParseError.Corrupt;

        foreach (var page in unread.Skip(limits.RecognizedPages)) warnings.Add(new Warning("truncated", "The picture of this page was not read: the document has more scanned pages than are recognised.", page.Number));
        return document with
        {
            Pages = Fill(pages, recognized),
            PageCount = pages.Count,
            Warnings = [.. document.Warnings, .. warnings],
        };
    }

    private (List<RecognizedPage> Pages, List<Warning> Warnings) Recognize(IPageImages images, IEnumerable<Page> pages, string? language)
    {
        var recognition = new PageRecognition(_engines);
        var (recognized, warnings) = (new List<RecognizedPage>(), new List<Warning>());
        foreach (var page in pages)
        {
            if (images.Render(page.Number) is not { } image)
            {
                warnings.Add(new Warning("truncated", "The picture of this page is damaged and was not read.", page.Number));
                continue;
            }
            var upright = UncoveredPart.IsUpright(page);
            (var result, language) = recognition.Read(page.Number, UncoveredPart.Of(image, page), language, upright);
            recognized.Add(result);
            if (Confidence(result) < LowConfidence) warnings.Add(new Warning("low_ocr_confidence", "The page is hard to read: recognised text may be wrong.", page.Number));
        }
        return (recognized, warnings);
    }

    private static double Confidence(RecognizedPage page)
    {
        var letters = page.Words.Sum(w => w.Text.Length);
        return letters == 0 ? 1 : page.Words.Sum(w => w.Confidence * w.Text.Length) / letters;
    }

    private static IReadOnlyList<Page> Fill(IReadOnlyList<Page> pages, List<RecognizedPage> recognized)
    {
        var glyphs = recognized.Zip(GlyphMaker.Make(recognized)).ToDictionary(p => p.First.Number);
        return [.. pages.Select(page => glyphs.TryGetValue(page.Number, out var found)
            ? page with
            {
                Width = found.First.Picture.WidthInPoints, Height = found.First.Picture.HeightInPoints,
                Glyphs = [.. page.Glyphs, .. found.Second], Unread = [], Recognized = page.Glyphs.Count == 0 || found.Second.Count > 0,
            }
            : page)];
    }

    /// <summary>Releases the language models.</summary>
    public void Dispose() => _engines.Dispose();
}
