namespace Resumai.Layout;

/// <summary>
/// Takes the letter "o" in front of a line as its list mark, as text in typewriter faces and the second level of word processors' lists
/// have it: where nearly all lines of the page at that edge begin so, or several do and it stands nowhere else, and a capital follows. It is a word of several languages, too.
/// </summary>
internal static class LetterMarks
{
    private const string Mark = "o";
    private const double SameEdge = 2, NearlyAll = 0.8;
    private const int Fewest = 2;
    /// <summary>So many lines that begin with the letter have it for a mark whatever begins beside it, if it stands nowhere else on the page.</summary>
    private const int Many = 3;

    /// <param name="regions">The lines of each region of a page; changed in place.</param>
    public static void Take(IReadOnlyList<List<TextLine>> regions)
    {
        var lines = regions.SelectMany(r => r).ToList();
        var marked = lines.Where(IsMarked).ToList();
        if (marked.Count < Fewest) return;
        var nowhereElse = marked.Count >= Many && lines.TrueForAll(l => l.Words.Skip(1).All(w => w.Word.Text != Mark));
        foreach (var region in regions)
        {
            for (var i = 0; i < region.Count; i++)
            {
                if (IsMarked(region[i]) && (nowhereElse || IsColumn(marked.Count(l => IsBelow(l, region[i])), lines.Count(l => IsBelow(l, region[i]))))) region[i] = NumberedItems.WithoutMark(region[i]);
            }
        }
    }

    private static bool IsColumn(int marked, int all) => marked >= Fewest && marked >= NearlyAll * all;

    private static bool IsBelow(TextLine line, TextLine other) => Math.Abs(line.Box.Left - other.Box.Left) < SameEdge;

    private static bool IsMarked(TextLine line) =>
        line.Bullet is null && line.Words.Count > 1 && line.Words[0].Word.Text == Mark && line.Words[1].Word.Text is [var next, ..] && (char.IsUpper(next) || char.IsAsciiDigit(next));
}
