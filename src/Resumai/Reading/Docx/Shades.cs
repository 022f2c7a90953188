using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Resumai.Reading.Structure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>What is painted behind text: shadings and highlights, the page's own colour, large pictures behind the text.</summary>
internal static class Shades
{
    /// <summary>Square points; a smaller drawing lies behind a logo's worth of text at most.</summary>
    private const double LargeArea = 25_000;
    private const double EmuPerPoint = 12700;

    /// <summary>The ground of pages: unknown where something large lies behind the text.</summary>
    public static Ground Page(MainDocumentPart main)
    {
        if (main.Document?.DocumentBackground is not null) return Ground.Unknown;
        var roots = main.HeaderParts.Select(h => (OpenXmlElement?)h.Header).Append(main.Document?.Body).OfType<OpenXmlElement>();
        return roots.SelectMany(r => r.Descendants()).Any(LiesBehindText) ? Ground.Unknown : Ground.Paper;
    }

    /// <summary>The colour a shading paints, null when it paints nothing.</summary>
    public static Ground? Of(W.Shading? shading)
    {
        if (shading is null) return null;
        var pattern = shading.Val?.Value ?? W.ShadingPatternValues.Clear;
        if (pattern == W.ShadingPatternValues.Nil) return null;
        var color = pattern == W.ShadingPatternValues.Clear ? shading.Fill?.Value : pattern == W.ShadingPatternValues.Solid ? shading.Color?.Value : null;
        if (pattern == W.ShadingPatternValues.Clear && color is null or "auto") return null;
        return new Ground(StyleSheet.ColorOf(color));
    }

    private static bool LiesBehindText(OpenXmlElement element) => element.LocalName switch
    {
        "anchor" => TextBoxes.Attribute(element, "behindDoc") is "1" or "true" && Area(TextBoxes.Child(element, "extent")) >= LargeArea,
        "shape" or "rect" or "group" => TextBoxes.Attribute(element, "style")?.Contains("z-index:-", StringComparison.Ordinal) == true,
        _ => false,
    };

    private static double Area(OpenXmlElement? extent) =>
        double.TryParse(TextBoxes.Attribute(extent, "cx"), out var width) && double.TryParse(TextBoxes.Attribute(extent, "cy"), out var height)
            ? width / EmuPerPoint * height / EmuPerPoint : 0;
}
