using Resumai.Reading.Structure;

namespace Resumai.Reading.Doc;

/// <summary>The stories of a Word 97–2003 document in reading order: page headers, body, notes, page footers. Comments are no text of the document.</summary>
internal sealed class DocDocument
{
    private readonly Fib _fib;
    private readonly DocBytes _document;
    private readonly DocBytes _table;
    private readonly DocStory _story;

    public DocDocument(Fib fib, DocBytes document, DocBytes table, HiddenText hidden, ReadLimits limits)
    {
        (_fib, _document, _table) = (fib, document, table);
        var text = new PieceTable(fib.Read(Fib.Part.Pieces, table), document, limits.Characters);
        var styles = new DocStyles(fib.Read(Fib.Part.Styles, table));
        var formats = new DocFormats(text, new FormatPages(fib.Read(Fib.Part.CharacterPages, table), document, paragraphs: false),
            new FormatPages(fib.Read(Fib.Part.ParagraphPages, table), document, paragraphs: true), styles);
        _story = new DocStory(formats, new DocFonts(fib.Read(Fib.Part.FontNames, table)),
            new DocLists(fib.ReadFrom(Fib.Part.Lists, table), fib.Read(Fib.Part.ListOverrides, table)), hidden);
        Exhausted = text.Text.Length > limits.Characters;
    }

    public bool Exhausted { get; }

    public void Write(StructureWriter writer)
    {
        // Each story begins where the one before it ends.
        var notes = _fib.BodyLength;
        var headers = notes + _fib.FootnoteLength;
        var endnotes = headers + _fib.HeaderLength + _fib.MacroLength + _fib.CommentLength;
        var boxes = endnotes + _fib.EndnoteLength;
        var headerBoxes = boxes + _fib.TextBoxLength;

        var margins = new DocMargins(_fib, _document, _table, headers, _story, Shapes(Fib.Part.HeaderShapes, headers, Fib.Part.HeaderTextBoxTexts, headerBoxes));
        foreach (var header in margins.Headers()) writer.Write(ParagraphPlace.Header, header);
        var shapes = Shapes(Fib.Part.Shapes, 0, Fib.Part.TextBoxTexts, boxes);
        writer.Write(ParagraphPlace.Body, _story.Read(0, _fib.BodyLength, shapes));
        foreach (var (start, end) in shapes.Loose) writer.Write(ParagraphPlace.Body, [new BoxNode(_story.Read(start, end, null), BoxPosition.Beside)]);
        writer.Write(ParagraphPlace.Footnote, _story.Read(notes, headers, null));
        writer.Write(ParagraphPlace.Footnote, _story.Read(endnotes, boxes, null));
        foreach (var footer in margins.Footers()) writer.Write(ParagraphPlace.Footer, footer);
    }

    private DocShapes Shapes(Fib.Part anchors, int story, Fib.Part texts, int boxes) =>
        new(_fib.Read(anchors, _table), story, _fib.Read(texts, _table), boxes);
}
