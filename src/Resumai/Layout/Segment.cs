using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Words on one base line without a wide gap between them: the piece that columns and rows are found with.</summary>
internal sealed class Segment(IReadOnlyList<Word> words, double baseline)
{
    public IReadOnlyList<Word> Words { get; } = words;
    public double Baseline { get; } = baseline;
    public Box Box { get; } = words.Aggregate(Box.None, (box, word) => box.Union(word.Box));
    public double Size { get; } = words.Max(w => w.Font.Size);

    /// <summary>The font of most characters.</summary>
    public Font Font => Words.MaxBy(w => w.Text.Length)!.Font;

    public string Text => string.Join(' ', Words.Select(w => w.Text));
    public bool IsMark { get; } = words.Count == 1 && ListMarks.IsMark(words[0].Text);
    public bool StartsWithMark { get; } = words.Count > 1 && ListMarks.IsMark(words[0].Text) && !ListMarks.IsIcon(words[0].Text);
    public int Length { get; } = words.Sum(w => w.Text.Length);
}
