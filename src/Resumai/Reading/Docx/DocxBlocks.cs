using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Resumai.Reading.Structure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>Reads the blocks of a story (body, header, note, cell, text box): paragraphs, tables, frames, content controls, imported chunks.</summary>
internal sealed class DocxBlocks(MainDocumentPart main, StyleSheet styles, HiddenText hidden, ReadLimits limits)
{
    private readonly FieldStack _fields = new();
    private readonly ListNumbers _lists = new(main, styles);
    private readonly ImportedChunks _chunks = new(limits, hidden);
    private int _characters;

    public List<Node> Read(OpenXmlElement? story, OpenXmlPart part, Ground ground)
    {
        var blocks = new FramedBlocks();
        Read(story, part, ground, blocks);
        return blocks.Close();
    }

    private void Read(OpenXmlElement? container, OpenXmlPart part, Ground ground, FramedBlocks blocks)
    {
        if (container is null) return;
        foreach (var child in container.ChildElements)
        {
            if (_characters > limits.Characters) return;
            switch (child)
            {
                case W.Paragraph paragraph: blocks.Add(Paragraph(paragraph, part, ground), Frames.Of(paragraph, styles)); break;
                case W.Table table: blocks.Add(Table(table, part, ground)); break;
                case AlternateContent alternatives: Read(Markup.Chosen(alternatives), part, ground, blocks); break;
                case W.AltChunk chunk: foreach (var node in _chunks.Read(chunk, part)) blocks.Add(node); break;
                case W.SectionProperties or W.SdtProperties or W.TableCellProperties: break;
                default: Read(child, part, ground, blocks); break;
            }
        }
    }

    private ParagraphNode Paragraph(W.Paragraph source, OpenXmlPart part, Ground ground)
    {
        hidden.Break();
        var shade = Shades.Of(styles.ParagraphProperty<W.Shading>(source));
        var inline = new InlineText(styles, part, source, _fields, hidden, ground.Under(shade)).Read();
        _fields.EndParagraph();
        _characters += inline.Runs.Sum(r => r.Text.Length);
        var boxes = inline.Boxes.Select(b => new BoxNode(Read(b.Content, part, ground.Under(b.Fill)), b.Position, b.Bounds)).ToList();
        if (inline.IsBlank) return new ParagraphNode { Boxes = boxes };

        var list = _lists.Of(source);
        var spacing = source.ParagraphProperties?.SpacingBetweenLines ?? styles.ParagraphProperty<W.SpacingBetweenLines>(source);
        var indent = styles.ParagraphProperty<W.Indentation>(source);
        return new ParagraphNode
        {
            Runs = inline.Runs,
            Boxes = boxes,
            Style = styles.Name(source),
            OutlineLevel = styles.OutlineLevel(source),
            ListLevel = list?.Level,
            ListMark = list?.Mark,
            SpaceAbove = Twips.Points(spacing?.Before?.Value) ?? 0,
            SpaceBelow = Twips.Points(spacing?.After?.Value) ?? 0,
            Indent = Twips.Points(indent?.Left?.Value ?? indent?.Start?.Value) ?? _lists.Indent(source) ?? 0,
        };
    }

    private TableNode Table(W.Table table, OpenXmlPart part, Ground ground)
    {
        var properties = table.GetFirstChild<W.TableProperties>();
        var inTable = ground.Under(Shades.Of(properties?.GetFirstChild<W.Shading>())
            ?? (styles.IsShadedTable(properties?.TableStyle?.Val?.Value) ? Ground.Unknown : null));
        var rows = new List<RowNode>();
        foreach (var row in Markup.Inside<W.TableRow>(table))
        {
            if (row.TableRowProperties?.GetFirstChild<W.Deleted>() is not null)
            {
                hidden.Add(row.InnerText);
                continue;
            }
            var cells = new List<CellNode>();
            var column = row.TableRowProperties?.GetFirstChild<W.GridBefore>()?.Val?.Value ?? 0;
            foreach (var cell in Markup.Inside<W.TableCell>(row))
            {
                var format = cell.TableCellProperties;
                var merge = format?.VerticalMerge;
                cells.Add(new CellNode(Read(cell, part, inTable.Under(Shades.Of(format?.Shading))), column, merge is not null && merge.Val?.Value != W.MergedCellValues.Restart));
                column += Math.Max(1, format?.GridSpan?.Val?.Value ?? 1);
            }
            rows.Add(new RowNode(cells));
        }
        return new TableNode(rows);
    }
}
