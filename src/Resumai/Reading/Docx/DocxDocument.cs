using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Resumai.Reading.Structure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>The stories of a document in reading order: page headers, body, notes, page footers. Comments are no text of the document.</summary>
internal static class DocxDocument
{
    public static void Write(MainDocumentPart main, StructureWriter writer, HiddenText hidden, ReadLimits limits)
    {
        var blocks = new DocxBlocks(main, new StyleSheet(main), hidden, limits);
        var page = Shades.Page(main);
        var (headers, footers) = HeadersAndFooters.Of(main);
        foreach (var header in headers) writer.Write(ParagraphPlace.Header, blocks.Read(header.Header, header, page));
        writer.Write(ParagraphPlace.Body, blocks.Read(main.Document!.Body, main, page));
        foreach (var note in Notes(main.FootnotesPart?.Footnotes)) writer.Write(ParagraphPlace.Footnote, blocks.Read(note, main.FootnotesPart!, page));
        foreach (var note in Notes(main.EndnotesPart?.Endnotes)) writer.Write(ParagraphPlace.Footnote, blocks.Read(note, main.EndnotesPart!, page));
        foreach (var footer in footers) writer.Write(ParagraphPlace.Footer, blocks.Read(footer.Footer, footer, page));
    }

    /// <summary>Without the rules that part notes from the text.</summary>
    private static IEnumerable<W.FootnoteEndnoteType> Notes(OpenXmlElement? notes) =>
        notes?.Elements<W.FootnoteEndnoteType>().Where(n => n.Type is null || n.Type.Value == W.FootnoteEndnoteValues.Normal) ?? [];
}
