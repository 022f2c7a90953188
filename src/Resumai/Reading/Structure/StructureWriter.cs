namespace Resumai.Reading.Structure;

/// <summary>Writes the parts of a structured document as paragraphs in the order a reader follows: columns and text boxes get their flow, rows of data their cells.</summary>
internal sealed class StructureWriter(int characterLimit)
{
    /// <summary>Points an empty paragraph puts between its neighbours.</summary>
    private const double EmptyLine = 12;

    /// <summary>Points between a text box and what stands above or below it: its text is apart from theirs.</summary>
    private const double AroundBox = 24;

    private readonly List<Paragraph> _paragraphs = [];
    private double _spaceBelow;
    private int _flows;
    private int _tables;
    private int _characters;

    public IReadOnlyList<Paragraph> Paragraphs => _paragraphs;
    public bool Exhausted => _characters > characterLimit;

    public void Write(ParagraphPlace place, IReadOnlyList<Node> nodes) => Write(nodes, new Context(place, 0, null));

    private void Write(IReadOnlyList<Node> nodes, Context context)
    {
        foreach (var node in nodes)
        {
            if (Exhausted) return;
            switch (node)
            {
                case ParagraphNode paragraph: Write(paragraph, context); break;
                case TableNode table: Write(table, context); break;
                case BoxNode box: Write(box, context); break;
            }
        }
    }

    private void Write(ParagraphNode paragraph, Context context)
    {
        foreach (var box in paragraph.Boxes.Where(b => b.Position == BoxPosition.Before)) Write(box, context);
        if (paragraph.Runs.Any(r => !string.IsNullOrWhiteSpace(r.Text))) Add(paragraph, context);
        else if (paragraph.Boxes.Count == 0) _spaceBelow += EmptyLine;
        foreach (var box in paragraph.Boxes.Where(b => b.Position is BoxPosition.InLine or BoxPosition.After)) Write(box, context);
        var beside = BoxOrder.Sort([.. paragraph.Boxes.Where(b => b.Position == BoxPosition.Beside)]);
        var across = context.Place == ParagraphPlace.Body && BoxOrder.FillLine(beside);
        foreach (var box in beside)
        {
            // Boxes that fill the line between them leave no text to stand beside: they are columns of the text.
            if (across) Write(box.Content, new Context(context.Place, ++_flows, null));
            else Write(box, context);
        }
    }

    private void Write(BoxNode box, Context context)
    {
        var around = box.Position == BoxPosition.InLine ? 0 : AroundBox;
        _spaceBelow = Math.Max(_spaceBelow, around);
        Write(box.Content, box.Position != BoxPosition.Beside ? context with { Cell = null }
            : new Context(context.Place == ParagraphPlace.Body ? ParagraphPlace.TextBox : context.Place, ++_flows, null));
        _spaceBelow = Math.Max(_spaceBelow, around);
    }

    private void Add(ParagraphNode paragraph, Context context)
    {
        _paragraphs.Add(new Paragraph
        {
            Index = _paragraphs.Count,
            Runs = paragraph.Runs,
            Place = context.Place,
            Style = paragraph.Style,
            OutlineLevel = paragraph.OutlineLevel,
            ListLevel = paragraph.ListLevel,
            ListMark = paragraph.ListMark,
            SpaceAbove = Math.Max(_spaceBelow, paragraph.SpaceAbove),
            Indent = paragraph.Indent,
            Cell = context.Cell,
            Flow = context.Flow,
        });
        _spaceBelow = paragraph.SpaceBelow;
        _characters += paragraph.Runs.Sum(r => r.Text.Length);
    }

    private void Write(TableNode table, Context context)
    {
        var number = _tables++;
        var columns = TableShape.ColumnRows(table);
        var flows = new Dictionary<int, int>();
        foreach (var (row, node) in table.Rows.Index())
        {
            var filled = node.Cells.Count(TableShape.IsFilled);
            // A row across the table ends the columns above it.
            if (!columns[row] && filled > 0) flows.Clear();
            foreach (var cell in node.Cells)
            {
                var inCell = columns[row] ? context with { Flow = Flow(flows, cell.Column), Cell = null }
                    : filled > 1 ? context with { Cell = new TableCell(number, row, cell.Column) } : context;
                Write(cell.Content, inCell);
            }
        }
    }

    private int Flow(Dictionary<int, int> flows, int column)
    {
        if (!flows.TryGetValue(column, out var flow)) flows[column] = flow = ++_flows;
        return flow;
    }

    private readonly record struct Context(ParagraphPlace Place, int Flow, TableCell? Cell);
}
