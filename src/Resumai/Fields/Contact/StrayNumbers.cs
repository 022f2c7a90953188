using System.Buffers;
using Resumai.Layout;
using Resumai.Normalize.Phones;
using Resumai.Sections;

namespace Resumai.Fields.Contact;

/// <summary>
/// Numbers of a document that prints none among its contact details: a page's arrangement can leave one below a heading it
/// does not belong to.
/// </summary>
internal static class StrayNumbers
{
    private const int MostDigitsBehindPlus = 15;
    private static readonly SearchValues<char> InNumbers = SearchValues.Create("0123456789 ().-/");

    /// <summary>International numbers that fill a line, or its part before a wide gap, outside of references and letters.</summary>
    public static IReadOnlyList<PhoneDraft> Of(IReadOnlyList<Section> sections, IReadOnlyList<TextSpan> read, NumberOrigins origins, string? language)
    {
        var lines = read.Select(s => s.Line).ToHashSet();
        List<TextSpan> alone =
        [
            .. from section in sections
               where section.Kind is not (SectionKind.References or SectionKind.Letter)
               from line in section.Lines
               where !lines.Contains(line)
               from segment in line.Segments()
               where IsInternational(segment.Text)
               select segment,
        ];
        return alone.Count == 0 ? [] : [.. PhoneExtractor.Extract(alone, origins, language).Where(p => p.E164 is not null)];
    }

    private static bool IsInternational(string text) =>
        text.StartsWith('+') && text.AsSpan(1).IndexOfAnyExcept(InNumbers) < 0 && text.Count(char.IsAsciiDigit) <= MostDigitsBehindPlus;
}
