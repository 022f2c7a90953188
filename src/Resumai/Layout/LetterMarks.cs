namespace Resumai.Layout;

/// <summary>
/// Takes the letter "o" in front of a line as its list mark, as text in typewriter faces and the second level of word processors' lists
/// have it: where nearly all lines of the page at that edge begin so and a capital follows. It is a word of several languages, too.
/// </summary>
internal static class LetterMarks
{
    private const string Mark = "o";
    private const double SameEdge = 2, NearlyAll = 0.8;
    private const int Fewest = 2;

    /// <param name="regions">The lines of each region of a page; changed in place.</param>
    public static void Take(IReadOnlyList<List<TextLine>> regions)
    {
        var lines = regions.SelectMany(r => r).ToList();
        var marked = lines.Where(IsMarked).ToList();
        if (marked.Count < Fewest) return;
        foreach (var region in regions)
        {
            for (var i = 0; i < region.Count; i++)
            {
                if (IsMarked(region[i]) && marked.Count(l => IsBelow(l, region[i])) is var some && some >= Fewest && some >= NearlyAll * lines.Count(l => IsBelow(l, region[i]))) region[i] = NumberedItems.WithoutMark(region[i]);
            }
        }
    }

    private static bool IsBelow(TextLine line, TextLine other) => Math.Abs(line.Box.Left - other.Box.Left) < SameEdge;

    private static bool IsMarked(TextLine line) =>
        line.Bullet is null && line.Words.Count > 1 && line.Words[0].Word.Text == Mark && line.Words[1].Word.Text is [var next, ..] && (char.IsUpper(next) || char.IsAsciiDigit(next));
}
