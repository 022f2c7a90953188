using System.Text.RegularExpressions;
using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Fields.Contact;

/// <summary>The parts of lines where contact details stand, in reading order.</summary>
internal static partial class ContactLines
{
    /// <summary>
    /// What stands above the first heading, under contact headings and in page headers and footers, cut at wide gaps and at
    /// separators with spaces around ("City | phone | e-mail").
    /// </summary>
    public static IReadOnlyList<TextSpan> Of(IReadOnlyList<Section> sections)
    {
        var spans = Parts(sections, s => s.Kind is SectionKind.Top or SectionKind.Contact or SectionKind.Header or SectionKind.Footer);
        return spans.Any(s => s.Text.Contains('@')) ? spans : Parts(sections, s => s.Kind is not (SectionKind.References or SectionKind.Letter));
    }

    private static List<TextSpan> Parts(IReadOnlyList<Section> sections, Func<Section, bool> belongs) =>
    [
        .. from section in sections.Where(belongs)
           from line in section.Lines
           from segment in line.Segments()
           from Match part in Separated().Matches(segment.Text)
           let span = segment.Slice(part.Index, part.Length).Trim('|', '·', '•')
           where span.Length > 0
           select span,
    ];

    [GeneratedRegex(@"((?! [|·•/∙⋅] | [|·•/∙⋅]$).)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separated();
}
