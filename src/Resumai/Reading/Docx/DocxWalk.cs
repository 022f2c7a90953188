using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>Walks a document once, in reading order, and lists its paragraphs: page headers, body, notes, page footers.</summary>
internal sealed class DocxWalk(MainDocumentPart main, StyleSheet styles, int characterLimit)
{
    /// <summary>Points an empty paragraph puts between its neighbours.</summary>
    private const double EmptyLine = 12;

    private readonly List<Paragraph> _paragraphs = [];
    private readonly FieldStack _fields = new();
    private readonly ListNumbers _lists = new(main, styles);
    private double _spaceBelow;
    private int _flows;
    private int _tables;
    private int _characters;

    public IReadOnlyList<Paragraph> Paragraphs => _paragraphs;
    public int Hidden { get; private set; }
    public bool Exhausted => _characters > characterLimit;

    public void ReadAll()
    {
        var (headers, footers) = HeadersAndFooters.Of(main);
        foreach (var header in headers) Blocks(header.Header, new Context(header, ParagraphPlace.Header));
        Blocks(main.Document!.Body!, new Context(main, ParagraphPlace.Body));
        if (main.FootnotesPart is { Footnotes: { } footnotes } notes) Notes(footnotes.Elements<W.Footnote>(), notes);
        if (main.EndnotesPart is { Endnotes: { } endnotes } ends) Notes(endnotes.Elements<W.Endnote>(), ends);
        foreach (var footer in footers) Blocks(footer.Footer, new Context(footer, ParagraphPlace.Footer));
    }

    private void Notes(IEnumerable<W.FootnoteEndnoteType> notes, OpenXmlPart part)
    {
        foreach (var note in notes.Where(n => n.Type is null || n.Type.Value == W.FootnoteEndnoteValues.Normal)) Blocks(note, new Context(part, ParagraphPlace.Footnote));
    }

    private void Blocks(OpenXmlElement? container, Context context)
    {
        if (container is null || Exhausted) return;
        foreach (var child in container.ChildElements)
        {
            switch (child)
            {
                case W.Paragraph paragraph: Paragraph(paragraph, context); break;
                case W.Table table: Table(table, context); break;
                case AlternateContent alternatives: Blocks(Markup.Chosen(alternatives), context); break;
                case W.SectionProperties or W.SdtProperties or W.TableCellProperties: break;
                default: Blocks(child, context); break;
            }
        }
    }

    private void Paragraph(W.Paragraph source, Context context)
    {
        var inline = new InlineText(styles, context.Part, source, _fields, context.Shaded || source.ParagraphProperties?.Shading is not null).Read();
        Hidden += inline.Hidden;
        if (inline.Runs.Any(r => !string.IsNullOrWhiteSpace(r.Text))) Add(source, inline, context);
        else if (inline.Boxes.Count == 0) _spaceBelow += EmptyLine;

        foreach (var (box, inLine) in inline.Boxes)
        {
            // What fills a text box is drawn in too many ways to tell whether white text in it can be seen.
            var inBox = context with { Cell = null, Shaded = true };
            Blocks(box, inLine ? inBox : inBox with { Flow = ++_flows, Place = context.Place == ParagraphPlace.Body ? ParagraphPlace.TextBox : context.Place });
        }
    }

    private void Add(W.Paragraph source, InlineText inline, Context context)
    {
        var list = _lists.Of(source);
        var spacing = source.ParagraphProperties?.SpacingBetweenLines ?? styles.ParagraphProperty<W.SpacingBetweenLines>(source);
        var indent = styles.ParagraphProperty<W.Indentation>(source);
        _paragraphs.Add(new Paragraph
        {
            Index = _paragraphs.Count,
            Runs = inline.Runs,
            Place = context.Place,
            Style = styles.Name(source),
            OutlineLevel = styles.OutlineLevel(source),
            ListLevel = list?.Level,
            ListMark = list?.Mark,
            SpaceAbove = Math.Max(_spaceBelow, Twips.Points(spacing?.Before?.Value) ?? 0),
            Indent = Twips.Points(indent?.Left?.Value ?? indent?.Start?.Value) ?? _lists.Indent(source) ?? 0,
            Cell = context.Cell,
            Flow = context.Flow,
        });
        _spaceBelow = Twips.Points(spacing?.After?.Value) ?? 0;
        _characters += inline.Runs.Sum(r => r.Text.Length);
    }

    private void Table(W.Table table, Context context)
    {
        var number = _tables++;
        var shaded = context.Shaded || table.Descendants<W.Shading>().Any() || table.GetFirstChild<W.TableProperties>()?.TableStyle is not null;
        var flows = new Dictionary<(int Cells, int Column), int>();
        var row = 0;
        foreach (var cells in Markup.Inside<W.TableRow>(table).Select(r => Markup.Inside<W.TableCell>(r).ToList()))
        {
            var filled = cells.Count(TableShape.IsFilled);
            var columns = TableShape.AreColumns(cells);
            for (var column = 0; column < cells.Count; column++)
            {
                var inCell = context with { Shaded = shaded };
                if (columns) inCell = inCell with { Flow = Flow(flows, cells.Count, column), Cell = null };
                else if (filled > 1) inCell = inCell with { Cell = new TableCell(number, row, column) };
                Blocks(cells[column], inCell);
            }
            row++;
        }
    }

    /// <summary>Columns go on in the same flow over the rows of one shape.</summary>
    private int Flow(Dictionary<(int Cells, int Column), int> flows, int cells, int column)
    {
        if (!flows.TryGetValue((cells, column), out var flow)) flows[(cells, column)] = flow = ++_flows;
        return flow;
    }

    private sealed record Context(OpenXmlPart Part, ParagraphPlace Place)
    {
        public int Flow { get; init; }
        public TableCell? Cell { get; init; }
        public bool Shaded { get; init; }
    }
}
