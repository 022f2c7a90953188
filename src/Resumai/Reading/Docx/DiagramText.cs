using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>What SmartArt, charts and WordArt print; it stands in parts and attributes of its own.</summary>
internal static class DiagramText
{
    public static IEnumerable<OpenXmlElement> Of(OpenXmlElement drawing, OpenXmlPart part)
    {
        foreach (var element in drawing.Descendants())
        {
            if (element.LocalName == "relIds" && Part(part, element, "dm") is DiagramDataPart data && data.RootElement is { } diagram)
            {
                yield return Content(diagram.Descendants<A.Paragraph>().Select(p => string.Concat(p.Descendants<A.Text>().Select(t => t.Text))));
            }
            else if (element.LocalName == "chart" && Part(part, element, "id") is ChartPart { ChartSpace: { } chart })
            {
                yield return Content(chart.Descendants<A.Paragraph>().Select(p => string.Concat(p.Descendants<A.Text>().Select(t => t.Text)))
                    .Concat(chart.Descendants<C.StringCache>().SelectMany(c => c.Descendants<C.NumericValue>()).Select(v => v.Text)).Distinct());
            }
            else if (element.LocalName == "textpath" && TextBoxes.Attribute(element, "string") is { Length: > 0 } art)
            {
                yield return Content([art]);
            }
        }
    }

    private static OpenXmlPart? Part(OpenXmlPart part, OpenXmlElement element, string attribute) =>
        TextBoxes.Attribute(element, attribute) is { } id && part.TryGetPartById(id, out var found) ? found : null;

    private static W.TextBoxContent Content(IEnumerable<string> lines) =>
        new(lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => new W.Paragraph(new W.Run(new W.Text(l)))));
}
