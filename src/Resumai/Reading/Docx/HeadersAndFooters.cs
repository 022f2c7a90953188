using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>The page headers and footers that are printed, each text once.</summary>
internal static class HeadersAndFooters
{
    public static (IReadOnlyList<HeaderPart> Headers, IReadOnlyList<FooterPart> Footers) Of(MainDocumentPart main)
    {
        var headers = new Dictionary<string, HeaderPart>();
        var footers = new Dictionary<string, FooterPart>();
        foreach (var section in main.Document!.Body!.Descendants<SectionProperties>())
        {
            var firstPage = section.GetFirstChild<TitlePage>() is { } title && StyleSheet.IsOn(title);
            foreach (var reference in section.Elements<HeaderFooterReferenceType>().Where(r => firstPage || r.Type?.Value != HeaderFooterValues.First))
            {
                if (reference.Id?.Value is not { } id || !main.TryGetPartById(id, out var part)) continue;
                if (part is HeaderPart { Header: { } header } headerPart) headers.TryAdd(header.InnerText, headerPart);
                else if (part is FooterPart { Footer: { } footer } footerPart) footers.TryAdd(footer.InnerText, footerPart);
            }
        }
        return ([.. headers.Values], [.. footers.Values]);
    }
}
