using System.Text.RegularExpressions;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Fields.Contact;

/// <summary>The parts of lines where contact details stand, in reading order.</summary>
internal static partial class ContactLines
{
    private const int LabelWords = 3;
    private const int AddressLines = 5;

    /// <summary>
    /// What stands above the first heading, under contact headings and in page headers and footers, cut at wide gaps and at
    /// separators with spaces around ("City | phone | e-mail").
    /// </summary>
    public static IReadOnlyList<TextSpan> Of(IReadOnlyList<Section> sections)
    {
        List<TextSpan> spans = [.. Parts(sections, IsContact), .. Parts(AboveHeadings(sections), _ => true)];
        return spans.Any(s => s.Text.Contains('@')) ? spans : Parts(sections, s => s.Kind is not (SectionKind.References or SectionKind.Letter));
    }

    private static bool IsContact(Section section) => section.Kind is SectionKind.Top or SectionKind.Contact or SectionKind.Header or SectionKind.Footer;

    /// <summary>What stands higher on the first page than any heading, beside the name: the order of reading may bring it after one.</summary>
    private static IEnumerable<Section> AboveHeadings(IReadOnlyList<Section> sections)
    {
        var headings = sections.Where(s => s.Heading is { Line: { Page: 1, Box.IsNone: false } }).Select(s => s.Heading!.Value.Line.Box.Top).DefaultIfEmpty(0).Min();
        return from section in sections
               where !IsContact(section) && section.Kind != SectionKind.Letter
               select section with { Lines = [.. section.Lines.Where(l => l.Page == 1 && !l.Box.IsNone && l.Box.Bottom <= headings)] };
    }

    /// <summary>"Nationality" set as a heading above its value, or "Location" above an address: in a side column, as a rule.</summary>
    private static IEnumerable<TextSpan> LabelAbove(Section section)
    {
        if (section.Kind != SectionKind.Other || section.Heading is not { } heading || ContactWords.Default.Label(heading.Text) is not { } kind) return [];
        return section.Lines.Take(kind == "address" ? AddressLines : 1).SelectMany(l => l.Segments()).Prepend(heading);
    }

    private static List<TextSpan> Parts(IEnumerable<Section> sections, Func<Section, bool> belongs) =>
    [
        .. from section in sections
           from segment in belongs(section) ? section.Lines.SelectMany(l => l.Segments()) : LabelAbove(section)
           from Match part in Separated().Matches(segment.Text)
           from detail in Details(segment.Slice(part.Index, part.Length))
           let span = WithoutSlash(detail).Trim('|', '·', '•')
           where span.Length > 0
           select span,
    ];

    /// <summary>Of "github.com/a / dansk" the second begins with what parts them; the slash at the end of an address is its own.</summary>
    private static TextSpan WithoutSlash(TextSpan span) => span.Length > 2 && span.Text.StartsWith("/ ", StringComparison.Ordinal) ? span.Slice(2, span.Length - 2) : span;

    /// <summary>"Address: Leeds Tel.: 0113 496 0000 E-mail: a@b.example" and "T 617 284 239 – W example.com – Leeds": one detail each.</summary>
    private static IEnumerable<TextSpan> Details(TextSpan span)
    {
        var text = span.Text;
        var cuts = new SortedSet<int> { 0 };
        for (var colon = text.IndexOf(':'); colon > 0; colon = text.IndexOf(':', colon + 1))
        {
            var start = colon;
            for (var words = 0; words < LabelWords && start > 0; words++)
            {
                start = text.LastIndexOf(' ', start - 1) + 1;
                if (ContactWords.Default.Label(text[start..colon]) is not null) cuts.Add(start);
            }
        }
        if (OnlineAddresses.Holds(text))
        {
            var dashes = Dashes().Matches(text);
            if (dashes.Count > 1) cuts.UnionWith(dashes.Select(d => d.Index));
        }
        foreach (Match mark in Letters().Matches(text)) cuts.Add(mark.Index);
        foreach (Match number in Numbers().Matches(text)) cuts.UnionWith([number.Index, number.Index + number.Length]);
        foreach (var address in OnlineAddresses.Whole(text)) cuts.UnionWith([WithMark(text, address.Index), address.Index + address.Length]);
        cuts.RemoveWhere(c => c >= text.Length);
        var ends = cuts.Skip(1).Append(text.Length);
        return cuts.Zip(ends, (start, end) => span.Slice(start, end - start).Trim('–', '—', ','));
    }

    /// <summary>Where the word or pictogram before an address begins, when it is its label.</summary>
    private static int WithMark(string text, int at)
    {
        if (at < 2 || text[at - 1] != ' ') return at;
        var start = text.LastIndexOf(' ', at - 2) + 1;
        return ContactLabels.Label(text[start..(at - 1)]) is null && text[start..(at - 1)] is not ("T" or "M" or "E" or "W" or "P") ? at : start;
    }

    /// <summary>"A 8010 Graz, T +43 …, E a@b.example": letters that stand for labels.</summary>
    [GeneratedRegex(@"(?<=[\s,])[TMEWP] (?=\+|\(?0|\d{2}|\S+@|www\.|https?:|\S+\.\S+/)", RegexOptions.None, 1000)]
    private static partial Regex Letters();

    [GeneratedRegex(@"(?<=[\p{L}\p{N}]{2} )\+[1-9][\d\s().\-]{6,}\d(?=$| \p{L})|(?<=^)(\+|00)[1-9][\d\s().\-]{7,}\d(?= \p{L})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(@" [–—] ", RegexOptions.None, 1000)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"((?! [|·•∙⋅◆♦◇■▪●○] | [|·•/∙⋅◆♦◇■▪●○]$|(?<!\d) / | / (?!\d)).)+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separated();
}
