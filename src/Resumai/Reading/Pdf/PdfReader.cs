using Resumai.Master;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Resumai.Reading.Pdf;

/// <summary>Reads PDF: the glyphs that can be seen with their places, and links; never the order or the spaces of the content stream.</summary>
public sealed class PdfReader : IDocumentReader
{
    private const int HeaderWindow = 1024;

    public DocumentFormat Format => DocumentFormat.Pdf;

    public bool Recognizes(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, HeaderWindow)].IndexOf("%PDF-"u8) >= 0;

    public ReadResult Read(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        try
        {
            var context = new ReadingContext(limits);
            using var pdf = PdfDocument.Open(DamagedNumbers.Mend(bytes), context);
            return Read(pdf, context);
        }
        catch (PdfDocumentEncryptedException)
        {
            return ParseError.Encrypted;
        }
        catch (TooComplexException)
        {
            return ParseError.TooComplex;
        }
        // PdfPig reports damage by at least eight types, among them NullReference and KeyNotFound: no list of them would be whole.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ParseError.Corrupt;
        }
    }

    private static ReadResult Read(PdfDocument pdf, ReadingContext context)
    {
        if (pdf.NumberOfPages == 0) return ParseError.Corrupt;
        if (pdf.NumberOfPages > context.Limits.Pages) return ParseError.TooManyPages;

        pdf.AddPageFactory<SeenPage, InkPageFactory>();
        context.Layers = OptionalContent.Of(pdf.Structure.Catalog.CatalogDictionary, pdf.Structure.TokenScanner);
        var pages = new List<SeenPage>(pdf.NumberOfPages);
        var lost = new List<int>();
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            if (Page(pdf, number) is { } page) pages.Add(page);
            else lost.Add(number);
        }
        if (pages.Count == 0) return ParseError.Corrupt;
        return new SourceDocument
        {
            Format = DocumentFormat.Pdf, Pages = [.. pages.Select(p => p.Page)], PageCount = pdf.NumberOfPages,
            Warnings = [.. HiddenText.Warnings(pages), .. lost.Select(n => new Warning("truncated", "The page is damaged and was left out.", n))],
        };
    }

    /// <summary>Null for a page that is damaged: the others may still be read.</summary>
    private static SeenPage? Page(PdfDocument pdf, int number)
    {
        try
        {
            return pdf.GetPage<SeenPage>(number);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or TooComplexException))
        {
            return null;
        }
    }
}
