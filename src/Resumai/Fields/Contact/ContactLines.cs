using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Fields.Contact;

/// <summary>The parts of lines where contact details stand, in reading order.</summary>
internal static class ContactLines
{
    /// <summary>Segments of what stands above the first heading, under contact headings and in page headers and footers.</summary>
    public static IReadOnlyList<TextSpan> Of(IReadOnlyList<Section> sections)
    {
        var spans = Segments(sections, s => s.Kind is SectionKind.Top or SectionKind.Contact or SectionKind.Header or SectionKind.Footer);
        return spans.Any(s => s.Text.Contains('@')) ? spans : Segments(sections, s => s.Kind is not (SectionKind.References or SectionKind.Letter));
    }

    private static List<TextSpan> Segments(IReadOnlyList<Section> sections, Func<Section, bool> where) =>
        [.. sections.Where(where).SelectMany(s => s.Lines).SelectMany(l => l.Segments()).Select(s => s.Trim()).Where(s => s.Length > 0)];
}
