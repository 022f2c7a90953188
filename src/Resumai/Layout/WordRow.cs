using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>The words on one base line, from left to right, with the gaps between them.</summary>
/// <param name="Limit">Where other text begins that the row runs over; infinite where there is none.</param>
internal sealed record WordRow(List<SpacedWord> Words, double Baseline, double Limit = double.PositiveInfinity)
{
    /// <summary>The gap in points that half of the word gaps stay below; 0 where there are too few to say.</summary>
    public double UsualGap { get; } = Usual(Words);

    private static double Usual(List<SpacedWord> words)
    {
        if (words.Count < 5) return 0;
        var gaps = new double[words.Count - 1];
        for (var i = 1; i < words.Count; i++) gaps[i - 1] = words[i].GapBefore;
        Array.Sort(gaps);
        return gaps[(gaps.Length - 1) / 2];
    }
}

/// <param name="GapBefore">Points to the word before it; 0 for the first of a row.</param>
/// <param name="Spacing">Points by which its letters are spaced out.</param>
internal readonly record struct SpacedWord(Word Word, double GapBefore, double Spacing)
{
    public double Left => Word.Box.Left;
    public double Right => Word.Box.Right;
    public double Size => Word.Font.Size;
}
