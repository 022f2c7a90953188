using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Resumai.Reading.Structure;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>A text box found in a drawing: its content, how it stands to the text and what is painted behind it.</summary>
internal sealed record FoundBox(OpenXmlElement Content, BoxPosition Position, Box Bounds, Ground? Fill);

/// <summary>Finds the text boxes of DrawingML (20.4, and wps of [MS-ODRAWXML]) and of VML, outermost only.</summary>
internal static class TextBoxes
{
    private const double EmuPerPoint = 12700;
    /// <summary>Points; a wider box reaches across the text rather than beside it.</summary>
    private const double Wide = 330;

    public static IEnumerable<FoundBox> Of(OpenXmlElement drawing, OpenXmlPart part)
    {
        var anchor = drawing is W.Drawing ? drawing.FirstChild : null;
        foreach (var (content, shape) in Find(drawing, null))
        {
            var style = anchor is null ? VmlStyle.Of(shape) : null;
            var bounds = anchor is not null ? Bounds(anchor) : style!.Bounds;
            yield return new FoundBox(content, anchor is not null ? Position(anchor, bounds) : style!.Position(Wide), bounds, Fill(shape));
        }
        foreach (var text in DiagramText.Of(drawing, part)) yield return new FoundBox(text, BoxPosition.InLine, default, Ground.Unknown);
    }

    private static IEnumerable<(OpenXmlElement Content, OpenXmlElement? Shape)> Find(OpenXmlElement element, OpenXmlElement? shape)
    {
        foreach (var child in element.ChildElements)
        {
            if (child.LocalName == "txbxContent") yield return (Markup.Typed(child), shape);
            else if (child is not AlternateContent alternatives)
            {
                foreach (var box in Find(child, child.LocalName is "wsp" or "shape" or "rect" or "roundrect" or "oval" ? child : shape)) yield return box;
            }
            else if (Markup.Chosen(alternatives) is { } chosen)
            {
                foreach (var box in Find(chosen, shape)) yield return box;
            }
        }
    }

    private static BoxPosition Position(OpenXmlElement anchor, Box bounds)
    {
        if (anchor.LocalName == "inline") return BoxPosition.InLine;
        var vertical = Child(anchor, "positionV");
        var fromText = Attribute(vertical, "relativeFrom") is "paragraph" or "line";
        var below = fromText && bounds.Top > 0;
        return Child(anchor, "wrapTopAndBottom") is not null || bounds.Width >= Wide ? below ? BoxPosition.After : BoxPosition.Before : BoxPosition.Beside;
    }

    /// <summary>Offsets and extent; enough to order boxes that stand in the same relation to the page.</summary>
    private static Box Bounds(OpenXmlElement anchor)
    {
        var (left, top) = (Offset(Child(anchor, "positionH")), Offset(Child(anchor, "positionV")));
        var extent = Child(anchor, "extent");
        return new Box(left, top, left + Points(Attribute(extent, "cx")), top + Points(Attribute(extent, "cy")));
    }

    private static double Offset(OpenXmlElement? position) => Points(Child(position, "posOffset")?.InnerText);

    private static double Points(string? emu) =>
        double.TryParse(emu, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value / EmuPerPoint : 0;

    /// <summary>The paint of a shape; null when it has none and what lies behind it shows.</summary>
    private static Ground? Fill(OpenXmlElement? shape)
    {
        if (shape is null) return Ground.Unknown;
        if (Child(shape, "spPr") is not { } properties) return VmlStyle.Fill(shape);
        if (Child(properties, "noFill") is not null) return null;
        return Child(Child(properties, "solidFill"), "srgbClr") is { } solid ? new Ground(StyleSheet.ColorOf(Attribute(solid, "val"))) : Ground.Unknown;
    }

    internal static OpenXmlElement? Child(OpenXmlElement? element, string name) => element?.ChildElements.FirstOrDefault(c => c.LocalName == name);

    internal static string? Attribute(OpenXmlElement? element, string name)
    {
        if (element is null) return null;
        foreach (var attribute in element.GetAttributes())
        {
            if (attribute.LocalName == name) return attribute.Value;
        }
        return null;
    }
}
