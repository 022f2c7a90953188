using Resumai.Reading.Structure;

namespace Resumai.Reading.Doc;

/// <summary>Reads a stretch of the text as the blocks of a story.</summary>
internal sealed class DocStory(DocFormats formats, DocFonts fonts, DocLists lists, HiddenText hidden)
{
    private const char Cell = '\a', Paragraph = '\r', Page = '\f', Line = '\v', Column = '\u000E';
    private const char FieldBegin = '\u0013', FieldSeparator = '\u0014', FieldEnd = '\u0015', Drawing = '\b';
    private const int DeepestBox = 3;

    public List<Node> Read(int start, int end, DocShapes? shapes) => Read(start, end, shapes, Ground.Paper, 0);

    private List<Node> Read(int start, int end, DocShapes? shapes, Ground ground, int depth)
    {
        (start, end) = (Math.Clamp(start, 0, formats.Text.Length), Math.Clamp(end, 0, formats.Text.Length));
        var story = new StoryBuilder(hidden);
        var fields = new FieldStack();
        var rows = RowsAhead(start, end);
        var row = 0;
        while (start < end)
        {
            var mark = MarkAfter(start, end);
            var (format, _) = formats.Paragraph(Math.Min(mark, end - 1));
            while (row < rows.Count && rows[row].Mark < start) row++;
            var shape = row < rows.Count ? rows[row].Shape : RowShape.None;
            Text(story, fields, start, mark, format, Behind(format, shape, story, ground), shapes, depth);
            fields.EndParagraph();
            End(story, mark < end ? formats.Text[mark] : Paragraph, format, shape);
            start = mark + 1;
        }
        return story.Close(0, new ParagraphNode());
    }

    private static Ground Behind(DocParagraph format, RowShape shape, StoryBuilder story, Ground ground) => format.TableDepth switch
    {
        0 => ground,
        1 => ground.Under(story.Cell < shape.Cells.Count ? shape.Cells[story.Cell].Shade : null),
        _ => Ground.Unknown,
    };

    /// <summary>The rows of outermost tables: what they are like stands at their end.</summary>
    private List<(int Mark, RowShape Shape)> RowsAhead(int start, int end)
    {
        var rows = new List<(int, RowShape)>();
        for (var cp = start; cp < end; cp++)
        {
            if (formats.Text[cp] == Cell && formats.Paragraph(cp) is { Format.EndsRow: true } row) rows.Add((cp, DocRows.Shape(row.Modifiers)));
        }
        return rows;
    }

    private int MarkAfter(int start, int end)
    {
        for (var cp = start; cp < end; cp++)
        {
            if (formats.Text[cp] is Paragraph or Cell || (formats.Text[cp] == Page && formats.EndsParagraph(cp))) return cp;
        }
        return end;
    }

    private void End(StoryBuilder story, char mark, DocParagraph format, RowShape shape)
    {
        // Only paragraphs that print count in their list.
        var node = story.IsEmpty ? new ParagraphNode() : Node(format);
        if (mark == Cell && format.EndsRow) story.EndRow(1, shape, node);
        else if (format.EndsInnerRow) story.EndRow(Math.Max(2, format.TableDepth), RowShape.None, node);
        else if (format.EndsInnerCell) story.EndCell(Math.Max(2, format.TableDepth), node);
        else if (mark == Cell) story.EndCell(1, node);
        else story.EndParagraph(format.TableDepth, node, format.TableDepth == 0 ? format.Frame : null);
    }

    private ParagraphNode Node(DocParagraph format)
    {
        var mark = lists.Next(format.List, format.ListLevel);
        return new ParagraphNode
        {
            Style = format.Style == 0 ? null : formats.Styles.Name(format.Style), OutlineLevel = format.Outline,
            ListLevel = mark is null ? null : format.ListLevel, ListMark = mark, SpaceAbove = format.Above, SpaceBelow = format.Below,
            Indent = format.Left ?? lists.Indent(format.List, format.ListLevel) ?? 0,
        };
    }

    private void Text(StoryBuilder story, FieldStack fields, int start, int end, DocParagraph paragraph, Ground ground, DocShapes? shapes, int depth)
    {
        for (var cp = start; cp < end; cp++)
        {
            var format = formats.Character(cp, paragraph.Style);
            var c = formats.Text[cp];
            if (c == Drawing && shapes is not null && depth < DeepestBox)
            {
                foreach (var box in shapes.At(cp)) story.Add(new BoxNode(Read(box.Start, box.End, null, Ground.Unknown, depth + 1), box.Position, box.Bounds));
            }
            else if (c is FieldBegin or FieldSeparator or FieldEnd)
            {
                if (c == FieldBegin) fields.Begin();
                else if (c == FieldSeparator) fields.Separate();
                else fields.End();
            }
            else if (fields.InInstruction)
            {
                fields.Instruct(c.ToString());
            }
            else if (Printed(c, format) is { Length: > 0 } text)
            {
                var font = new Font(fonts.Name(format.Font), format.Size, format.Bold, format.Italic, format.Color);
                story.Add(text, font, ground.Under(paragraph.Shade).Under(format.Shade), format.Hidden || format.Deleted, fields.Url);
            }
        }
    }

    /// <summary>What a character prints ([MS-DOC] 2.4.1 lists those that are marks).</summary>
    private string Printed(char c, DocCharacters format)
    {
        if (format.Symbol is { } symbol && c == '(') return char.IsSurrogate(symbol) || symbol < ' ' ? "" : symbol.ToString();
        return c switch
        {
            '\t' => "\t",
            Line or Column or Page => "\n",
            '\u001E' => "-",
            '\u001F' => "",
            < ' ' => "",
            // Marks of notes and page numbers are control characters; a printing character is what it is.
            _ => c.ToString(),
        };
    }
}
