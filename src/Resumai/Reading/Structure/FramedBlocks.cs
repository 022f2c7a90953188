namespace Resumai.Reading.Structure;

/// <summary>A positioned frame around paragraphs (ECMA-376, 17.3.1.11; <c>\absw</c> of RTF), in points. Neighbours with equal frames share one.</summary>
/// <param name="Across">True when text does not run beside it.</param>
/// <param name="DropCapital">True when it only holds the first letter of the paragraph after it.</param>
internal readonly record struct Frame(double X, double Y, double Width, bool Across, bool DropCapital)
{
    /// <summary>Points; a wider frame reaches across the text rather than beside it.</summary>
    private const double Wide = 330;

    public BoxPosition Position => Across || Width >= Wide ? BoxPosition.Before : BoxPosition.Beside;
    public Box Bounds => new(X, Y, X + Width, Y + 1);
}

/// <summary>Gathers blocks; neighbouring paragraphs of one frame become a box, a drop capital goes before the word it begins.</summary>
internal sealed class FramedBlocks
{
    private readonly List<Node> _blocks = [];
    private readonly List<Node> _framed = [];
    private Frame? _open;
    private ParagraphNode? _capital;

    public void Add(Node block)
    {
        CloseFrame();
        CloseCapital();
        _blocks.Add(block);
    }

    public void Add(ParagraphNode paragraph, Frame? frame)
    {
        if (frame is { DropCapital: true })
        {
            CloseFrame();
            CloseCapital();
            _capital = paragraph;
        }
        else if (frame is not null)
        {
            CloseCapital();
            if (_open != frame) CloseFrame();
            _open = frame;
            _framed.Add(paragraph);
        }
        else
        {
            CloseFrame();
            _blocks.Add(_capital is null ? paragraph : paragraph with { Runs = [.. _capital.Runs, .. paragraph.Runs], Boxes = [.. _capital.Boxes, .. paragraph.Boxes] });
            _capital = null;
        }
    }

    /// <summary>All blocks so far; nothing may be added after it.</summary>
    public List<Node> Close()
    {
        CloseFrame();
        CloseCapital();
        return _blocks;
    }

    private void CloseCapital()
    {
        if (_capital is not null) _blocks.Add(_capital);
        _capital = null;
    }

    private void CloseFrame()
    {
        if (_open is not { } frame) return;
        _blocks.Add(new BoxNode([.. _framed], frame.Position, frame.Bounds));
        _framed.Clear();
        _open = null;
    }
}
