using Resumai.Layout;

namespace Resumai.Sections;

/// <summary>Finds covering letters: pages with a salutation and running text, however short where the headings of the CV are on others.</summary>
internal static class LetterFinder
{
    private const int FewestLongLines = 4;
    private const int LongLine = 60;
    private const int HeadingsElsewhere = 2;

    public static HashSet<TextBlock> Find(ArrangedDocument document, ILookup<int, Heading> headings)
    {
        var letters = new HashSet<TextBlock>();
        var headed = headings.SelectMany(g => g).Where(h => h.Trust == HeadingTrust.Known && h.Kind is not (SectionKind.Top or SectionKind.Letter)).ToLookup(h => h.Span.Line.Page);
        foreach (var page in document.Blocks.Where(b => b.Role is not (BlockRole.Header or BlockRole.Footer)).GroupBy(b => b.Page))
        {
            var lines = page.SelectMany(b => b.Lines).ToArray();
            var begins = Array.FindIndex(lines, l => HeadingLexicon.Default.IsSalutation(l.Text));
            // Where the CV is on other pages, a page without its headings is a letter however short.
            var alone = !headed.Contains(page.Key) && headed.Sum(p => p.Count()) >= HeadingsElsewhere;
            if (begins < 0 && alone && lines.Any(l => HeadingLexicon.Default.IsClosing(l.Text))) begins = 0;
            if (begins < 0 || (!alone && lines[begins..].Count(l => l.Text.Length >= LongLine) < FewestLongLines)) continue;
            // In formats without pages the CV may follow the letter: the letter ends at the first heading.
            var ends = alone ? -1 : Array.FindIndex(lines, begins, l => headings[l.Index].Any(h => h.Kind is not (SectionKind.Top or SectionKind.Letter)));
            var starts = !alone && lines[..begins].Any(l => headings[l.Index].Any(h => h.Kind is SectionKind.Experience or SectionKind.Education)) ? lines[begins].Index : int.MinValue;
            var last = ends < 0 ? int.MaxValue : lines[ends].Index;
            letters.UnionWith(page.Where(b => b.Lines[0].Index >= starts && b.Lines[^1].Index < last));
        }
        return letters;
    }
}
