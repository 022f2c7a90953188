namespace Resumai.Layout;

/// <summary>A line before it has its place in the document.</summary>
/// <param name="Row">The row that places the line.</param>
/// <param name="Margin">The margin cell that belongs to the line; may come from several rows and is read as one part, the first.</param>
/// <param name="Entry">The segments beside it; those set apart by wide gaps become parts of their own.</param>
internal sealed record LineDraft(TextRow Row, IReadOnlyList<Segment> Margin, IReadOnlyList<Segment> Entry)
{
    /// <summary>A date at the right edge that goes on on the next row, read as one part, the last; empty where it stands in one row.</summary>
    public IReadOnlyList<Segment> Tail { get; init; } = [];

    /// <summary>The row that ends a line of several rows.</summary>
    public TextRow Last { get; init; } = Row;

    /// <summary>The segment that says how the line is set.</summary>
    public Segment Main => Row.Main;
}
