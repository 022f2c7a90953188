namespace Resumai.Reading;

/// <summary>What part of a structured document (DOCX) a paragraph stands in.</summary>
public enum ParagraphPlace { Body, Header, Footer, TextBox, Footnote }

/// <summary>A paragraph of a format that gives structure instead of places (DOCX), in the order a reader follows.</summary>
public sealed record Paragraph
{
    /// <summary>Position in the document, from 0: the evidence where there is no page.</summary>
    public required int Index { get; init; }
    public required IReadOnlyList<Run> Runs { get; init; }
    public ParagraphPlace Place { get; init; }
    /// <summary>Name of the paragraph style ("heading 1", "Title"), null for the default style.</summary>
    public string? Style { get; init; }
    /// <summary>Outline level 1–9 of a heading style, null otherwise.</summary>
    public int? OutlineLevel { get; init; }
    /// <summary>List level from 0 when the paragraph is a list item, null otherwise.</summary>
    public int? ListLevel { get; init; }
    /// <summary>The mark the list prints before it: "•" or its number ("3."); null when it is no list item.</summary>
    public string? ListMark { get; init; }
    /// <summary>Space above it in points, by its own format and the one before it.</summary>
    public double SpaceAbove { get; init; }
    /// <summary>Left indent in points.</summary>
    public double Indent { get; init; }
    /// <summary>The table cell it stands in, null outside tables (and in tables used only as layout columns).</summary>
    public TableCell? Cell { get; init; }
    /// <summary>Column or text box that holds it: paragraphs of one flow share the number. 0 is the main flow.</summary>
    public int Flow { get; init; }
}

/// <summary>A cell of a table: which table of the document, row and column from 0.</summary>
public readonly record struct TableCell(int Table, int Row, int Column);

/// <summary>Text of one format; may hold tabs and line breaks ('\n').</summary>
/// <param name="Url">Target of the hyperlink it belongs to, null when none.</param>
public sealed record Run(string Text, Font Font, string? Url = null);
