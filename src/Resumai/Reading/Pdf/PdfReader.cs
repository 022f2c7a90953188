using Resumai.Master;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Resumai.Reading.Pdf;

/// <summary>Reads PDF: glyphs with their places and link annotations; never the order or the spaces of the content stream.</summary>
public sealed class PdfReader : IDocumentReader
{
    private const int HeaderWindow = 1024;

    public DocumentFormat Format => DocumentFormat.Pdf;

    public bool Recognizes(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, HeaderWindow)].IndexOf("%PDF-"u8) >= 0;

    public ReadResult Read(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            return Read(pdf, limits);
        }
        catch (PdfDocumentEncryptedException)
        {
            return ParseError.Encrypted;
        }
        // PdfPig reports damage by at least eight types, among them NullReference and KeyNotFound: no list of them would be whole.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ParseError.Corrupt;
        }
    }

    private static ReadResult Read(PdfDocument pdf, ReadLimits limits)
    {
        if (pdf.NumberOfPages == 0) return ParseError.Corrupt;
        if (pdf.NumberOfPages > limits.Pages) return ParseError.TooManyPages;

        var pages = new List<Page>(pdf.NumberOfPages);
        var warnings = new List<Warning>();
        var characters = 0;
        foreach (var source in pdf.GetPages())
        {
            characters += source.Letters.Count;
            if (characters > limits.Characters) return ParseError.TooComplex;

            var (glyphs, hidden) = PageGlyphs.Read(source);
            if (hidden > 0) warnings.Add(new Warning("hidden_text", $"{hidden} characters that cannot be seen on the page were left out.", source.Number));
            pages.Add(new Page
            {
                Number = source.Number, Width = source.Width, Height = source.Height, Glyphs = glyphs, Links = PageLinks.Read(source),
                Unread = glyphs.All(g => g.Text == " ") && (source.NumberOfImages > 0 || source.Paths.Count > 0) ? [new UnreadRegion(new Box(0, 0, source.Width, source.Height), UnreadCause.Picture)] : [],
            });
        }
        return new SourceDocument { Format = DocumentFormat.Pdf, Pages = pages, PageCount = pages.Count, Warnings = warnings };
    }
}
