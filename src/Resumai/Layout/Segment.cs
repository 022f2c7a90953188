using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Words on one base line without a wide gap between them: the piece that columns and rows are found with.</summary>
/// <param name="limit">Where other text begins that the last word runs over: there the segment ends for all that looks for columns.</param>
internal sealed class Segment(IReadOnlyList<Word> words, double baseline, double limit = double.PositiveInfinity)
{
    private Font? _font;

    public IReadOnlyList<Word> Words { get; } = words;
    public double Baseline { get; } = baseline;
    public double Limit { get; } = limit;
    public Box Box { get; } = Bounds(words, limit);
    public double Size { get; } = words.Max(w => w.Font.Size);

    /// <summary>The font of most characters.</summary>
    public Font Font => _font ??= Words.MaxBy(w => w.Text.Length)!.Font;

    public string Text => string.Join(' ', Words.Select(w => w.Text));
    public bool IsMark { get; } = words.Count == 1 && ListMarks.IsMark(words[0].Text);
    public bool StartsWithMark { get; } = words.Count > 1 && ListMarks.IsMark(words[0].Text) && !ListMarks.IsIcon(words[0].Text);
    public int Length { get; } = words.Sum(w => w.Text.Length);

    private static Box Bounds(IReadOnlyList<Word> words, double limit)
    {
        var box = words.Aggregate(Box.None, (box, word) => box.Union(word.Box));
        return box.Left < limit && limit < box.Right ? box with { Right = limit } : box;
    }
}
