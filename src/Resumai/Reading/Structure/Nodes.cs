namespace Resumai.Reading.Structure;

/// <summary>A part of a document with structure, as every such format has it: what the readers of DOCX, ODT, RTF and DOC make of their files.</summary>
internal abstract record Node;

/// <summary>A paragraph; one without runs is an empty line.</summary>
internal sealed record ParagraphNode : Node
{
    public IReadOnlyList<Run> Runs { get; init; } = [];
    /// <summary>Text boxes anchored in it.</summary>
    public IReadOnlyList<BoxNode> Boxes { get; init; } = [];
    public string? Style { get; init; }
    /// <summary>1–9, null when it is no heading.</summary>
    public int? OutlineLevel { get; init; }
    /// <summary>From 0, null when it is no list item.</summary>
    public int? ListLevel { get; init; }
    public string? ListMark { get; init; }
    /// <summary>Points.</summary>
    public double SpaceAbove { get; init; }
    public double SpaceBelow { get; init; }
    public double Indent { get; init; }
}

/// <summary>How a text box stands to the text it is anchored in.</summary>
internal enum BoxPosition
{
    /// <summary>In the line of text, as a letter.</summary>
    InLine,
    /// <summary>Across the text, which stops above it or goes on below it.</summary>
    Before, After,
    /// <summary>Beside the text or over it.</summary>
    Beside,
}

/// <summary>A text box or frame.</summary>
/// <param name="Bounds">Place on the page where the file gives it, for boxes of one anchor only their relation counts.</param>
internal sealed record BoxNode(IReadOnlyList<Node> Content, BoxPosition Position, Box Bounds = default) : Node;

internal sealed record TableNode(IReadOnlyList<RowNode> Rows) : Node;

internal sealed record RowNode(IReadOnlyList<CellNode> Cells);

/// <summary>A cell of a row.</summary>
/// <param name="Column">The grid column where it begins, from 0.</param>
/// <param name="Continues">True when it only carries on the cell above it.</param>
internal sealed record CellNode(IReadOnlyList<Node> Content, int Column, bool Continues = false);
