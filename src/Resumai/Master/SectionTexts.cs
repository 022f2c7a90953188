using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Master;

/// <summary>The document's text by section and by page: all that can be seen is in some section.</summary>
internal static class SectionTexts
{
    public static IReadOnlyList<SectionText> Of(IReadOnlyList<Section> sections) => [.. sections.Select(s => new SectionText(
        s.Kind.ToString().ToLowerInvariant(), s.HeadingText, s.Heading?.Line.Page ?? s.Lines[0].Page, string.Join('\n', s.Lines.Select(Text))))];

    /// <summary>The pages' lines in reading order, pages joined by form feeds.</summary>
    public static string Pages(ArrangedDocument document)
    {
        var last = Math.Max(document.Source.Pages.Count, document.Lines.Select(l => l.Page).DefaultIfEmpty(0).Max());
        var pages = document.Lines.ToLookup(l => l.Page);
        return string.Join('\f', Enumerable.Range(1, Math.Max(1, last)).Select(page => string.Join('\n', pages[page].Select(Text))));
    }

    private static string Text(TextLine line) => line.Bullet is { Length: > 0 } mark && !Layout.ListMarks.IsIcon(mark) ? mark + " " + line.Text : line.Text;
}
