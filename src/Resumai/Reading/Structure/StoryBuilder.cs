namespace Resumai.Reading.Structure;

/// <summary>
/// Builds the blocks of one story (body, header, note, text box) of a format that has text and then marks: the ends of
/// paragraphs, cells and rows.
/// </summary>
internal sealed class StoryBuilder(HiddenText hidden)
{
    private readonly FramedBlocks _blocks = new();
    private readonly List<TableBuilder> _tables = [];
    private VisibleText _text = new(hidden);
    private List<BoxNode> _boxes = [];

    /// <summary>Cells already closed in the open row of the outermost table.</summary>
    public int Cell => _tables.Count > 0 ? _tables[0].Cells.Count : 0;

    /// <summary>True when nothing visible came since the last mark.</summary>
    public bool IsEmpty => _text.IsBlank && _boxes.Count == 0;

    public void Add(string text, Font font, Ground ground, bool isHidden, string? url) => _text.Add(text, font, ground, isHidden, url);

    public void Add(BoxNode box)
    {
        if (box.Content.Count > 0) _boxes.Add(box);
    }

    /// <param name="depth">Tables around the paragraph; 0 outside tables.</param>
    /// <param name="format">The paragraph without its text.</param>
    public void EndParagraph(int depth, ParagraphNode format, Frame? frame)
    {
        Align(depth);
        Place(format, frame);
    }

    public void EndCell(int depth, ParagraphNode format)
    {
        Align(depth);
        Place(format, null);
        _tables[^1].EndCell();
    }

    public void EndRow(int depth, RowShape shape, ParagraphNode format)
    {
        Align(depth);
        if (!IsEmpty) Place(format, null);
        _tables[^1].EndRow(shape);
    }

    /// <summary>All blocks of the story; a paragraph without its end is one all the same.</summary>
    public List<Node> Close(int depth, ParagraphNode format)
    {
        if (!IsEmpty) EndParagraph(depth, format, null);
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
        while (_tables.Count < depth) _tables.Add(new TableBuilder());
    }

    private void Place(ParagraphNode format, Frame? frame)
    {
        var node = _text.IsBlank ? new ParagraphNode { Boxes = _boxes } : format with { Runs = _text.Runs, Boxes = _boxes };
        if (_tables.Count > 0) _tables[^1].Content.Add(node);
        else _blocks.Add(node, frame);
        (_text, _boxes) = (new VisibleText(hidden), []);
        hidden.Break();
    }
}
