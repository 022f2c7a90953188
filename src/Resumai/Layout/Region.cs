using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>A part of a page that is read on its own from top to bottom.</summary>
/// <param name="Column">0 is the main column.</param>
/// <param name="Gutters">Where a column of dates or labels ends that belongs to the rows beside it.</param>
internal sealed record Region(BlockRole Role, int Column, IReadOnlyList<Segment> Segments, IReadOnlyList<Gutter> Gutters)
{
    public Box Box => Segments.Aggregate(Box.None, (box, s) => box.Union(s.Box));

    /// <summary>True for a narrow cell of heads and dates, which are broken by its edges.</summary>
    public bool BreaksHeads { get; init; }
}

/// <summary>A strip that no text crosses between two heights of the page, with the text left and right of it.</summary>
internal sealed record Gutter(double Left, double Right, double Top, double Bottom, IReadOnlyList<Segment> LeftSide, IReadOnlyList<Segment> RightSide)
{
    private List<TextRow>? _leftRows, _rightRows;

    /// <summary>A copy may have other sides: rows found before are not its own.</summary>
    private Gutter(Gutter other) => (Left, Right, Top, Bottom, LeftSide, RightSide) = (other.Left, other.Right, other.Top, other.Bottom, other.LeftSide, other.RightSide);

    public List<TextRow> LeftRows => _leftRows ??= TextRow.Of(LeftSide);
    public List<TextRow> RightRows => _rightRows ??= TextRow.Of(RightSide);

    public double X => (Left + Right) / 2;

    /// <summary>True when the left side holds less text: dates or labels beside what they belong to.</summary>
    public bool IsMargin => LeftSide.Sum(s => s.Length) <= RightSide.Sum(s => s.Length);
}
