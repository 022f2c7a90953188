using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

/// <summary>Builds the blocks of one story (body, header, note, text box) from text, paragraph ends and cell marks as they come.</summary>
internal sealed class RtfStory(HiddenText hidden)
{
    private readonly FramedBlocks _blocks = new();
    private readonly List<RtfTable> _tables = [];
    private VisibleText _text = new(hidden);
    private List<BoxNode> _boxes = [];

    /// <summary>Mark of the list item that the paragraph begins.</summary>
    public string? ListMark { get; set; }

    /// <summary>Cells already closed in the open row of the outermost table.</summary>
    public int Cell => _tables.Count > 0 ? _tables[0].Cells.Count : 0;

    public void Add(string text, Font font, Ground ground, bool isHidden, string? url) => _text.Add(text, font, ground, isHidden, url);

    public void Add(BoxNode box)
    {
        if (box.Content.Count > 0) _boxes.Add(box);
    }

    public void EndParagraph(RtfParagraph format, RtfTables tables)
    {
        Align(format.TableDepth);
        Place(format, tables);
    }

    public void EndCell(int depth, RtfParagraph format, RtfTables tables)
    {
        Align(depth);
        Place(format, tables);
        _tables[^1].EndCell();
    }

    public void EndRow(int depth, RtfRow row, RtfParagraph format, RtfTables tables)
    {
        Align(depth);
        if (!_text.IsBlank || _boxes.Count > 0) Place(format, tables);
        _tables[^1].EndRow(row);
    }

    public List<Node> Close(RtfParagraph format, RtfTables tables)
    {
        if (!_text.IsBlank || _boxes.Count > 0) EndParagraph(format, tables);
        Align(0);
        return _blocks.Close();
    }

    /// <summary>Opens or closes tables until so many are open.</summary>
    private void Align(int depth)
    {
        while (_tables.Count > depth)
        {
            var table = _tables[^1].Close();
            _tables.RemoveAt(_tables.Count - 1);
            if (table.Rows.Count == 0) continue;
            if (_tables.Count > 0) _tables[^1].Content.Add(table);
            else _blocks.Add(table);
        }
        while (_tables.Count < depth) _tables.Add(new RtfTable());
    }

    private void Place(RtfParagraph format, RtfTables tables)
    {
        tables.Styles.TryGetValue(format.Style, out var style);
        var mark = ListMark ?? (format.List is > 0 && !tables.WritesListText ? "•" : null);
        var node = _text.IsBlank ? new ParagraphNode { Boxes = _boxes } : new ParagraphNode
        {
            Runs = _text.Runs,
            Boxes = _boxes,
            Style = format.Style == 0 ? null : style?.Name,
            OutlineLevel = format.Outline ?? style?.Outline,
            ListLevel = mark is null ? null : format.ListLevel,
            ListMark = mark,
            SpaceAbove = format.Above,
            SpaceBelow = format.Below,
            Indent = format.Left,
        };
        if (_tables.Count > 0) _tables[^1].Content.Add(node);
        else _blocks.Add(node, format.Frame);
        (_text, _boxes, ListMark) = (new VisibleText(hidden), [], null);
        hidden.Break();
    }
}
