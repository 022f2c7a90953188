using Resumai.Layout;

namespace Resumai.Sections;

/// <summary>
/// Finds the headings and cuts the document at them. A sidebar and the main column each go on where they stopped, so that neither
/// swallows lines of the other; page headers, footers and covering letters are sections of their own.
/// </summary>
public static class SectionSplitter
{
    public static IReadOnlyList<Section> Split(ArrangedDocument document)
    {
        var headings = HeadingDetector.Find(document);
        var letters = LetterFinder.Find(document, headings);
        var rests = headings.SelectMany(g => g).Select(h => h.Rest).OfType<TextLine>().ToHashSet();
        var writer = new SectionWriter();
        // The main column first, wherever the sidebar stands: a CV begins with its name.
        foreach (var block in document.Blocks.OrderBy(b => b.Role == BlockRole.Sidebar))
        {
            if (block.Role is BlockRole.Header or BlockRole.Footer)
            {
                writer.Add(block.Role == BlockRole.Header ? SectionKind.Header : SectionKind.Footer, block.Lines);
                continue;
            }
            if (letters.Contains(block))
            {
                writer.Add(SectionKind.Letter, block.Lines);
                continue;
            }
            writer.Turn(block.Role == BlockRole.Sidebar);
            foreach (var line in block.Lines.Where(l => !rests.Contains(l))) Write(writer, line, [.. headings[line.Index].OrderBy(h => h.Span.Start)]);
        }
        return writer.Sections();
    }

    private static void Write(SectionWriter writer, TextLine line, IReadOnlyList<Heading> headings)
    {
        if (headings.Count == 0)
        {
            writer.Add(line);
        }
        else if (headings.Count > 1)
        {
            writer.BeginColumns(headings);
        }
        else
        {
            var heading = headings[0];
            writer.Begin(heading);
            if (line.Part(heading.Span.End, line.Text.Length) is { } rest) writer.Add(rest);
        }
    }
}
