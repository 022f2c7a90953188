using System.Xml.Linq;
using Resumai.Reading.Structure;
using static Resumai.Reading.Odt.OdtNames;

namespace Resumai.Reading.Odt;

/// <summary>A text box found in a drawing.</summary>
internal sealed record OdtBox(XElement Content, BoxPosition Position, Box Bounds, Ground? Fill);

/// <summary>Finds the text of frames and shapes, outermost only; of several forms of one content the first that has text.</summary>
internal static class OdtBoxes
{
    /// <summary>Points; a wider box reaches across the text rather than beside it.</summary>
    private const double Wide = 330;

    public static IEnumerable<OdtBox> Find(XElement drawing, OdtStyles styles)
    {
        var name = drawing.Name.LocalName;
        if (name is "g" or "a")
        {
            foreach (var box in drawing.Elements().Where(e => e.Name.Namespace == DrawXml).SelectMany(e => Find(e, styles))) yield return Anchored(box, drawing, styles);
            yield break;
        }
        var content = name == "frame" ? drawing.Element(DrawXml + "text-box") : drawing;
        if (content is null || !content.Elements().Any(e => e.Name.Namespace == TextXml || e.Name.Namespace == TableXml || (name == "frame" && e.Name.Namespace == DrawXml))) yield break;
        var bounds = Bounds(drawing);
        var style = (string?)drawing.Attribute(DrawXml + "style-name");
        yield return new OdtBox(content, Position(drawing, style, bounds, styles), bounds, Fill(drawing, style, styles));
    }

    private static BoxPosition Position(XElement drawing, string? style, Box bounds, OdtStyles styles)
    {
        var anchor = (string?)drawing.Attribute(TextXml + "anchor-type") ?? styles.Property("graphic", style, "graphic-properties", TextXml + "anchor-type");
        if (anchor == "as-char") return BoxPosition.InLine;
        var across = styles.Property("graphic", style, "graphic-properties", StyleXml + "wrap") == "none" || bounds.Width >= Wide;
        if (!across) return BoxPosition.Beside;
        var fromText = anchor != "page" && styles.Property("graphic", style, "graphic-properties", StyleXml + "vertical-rel") is null or "paragraph" or "paragraph-content" or "char" or "line";
        return fromText && bounds.Top > 0 ? BoxPosition.After : BoxPosition.Before;
    }

    /// <summary>A shape in a group stands where the group is anchored.</summary>
    private static OdtBox Anchored(OdtBox box, XElement group, OdtStyles styles) =>
        group.Attribute(TextXml + "anchor-type") is null ? box : box with { Position = Position(group, (string?)group.Attribute(DrawXml + "style-name"), box.Bounds, styles) };

    /// <summary>What is painted behind the text; shapes without a word about it are painted in the program's colour.</summary>
    private static Ground? Fill(XElement drawing, string? style, OdtStyles styles) =>
        styles.Fill("graphic", style, "graphic-properties") ?? (drawing.Name.LocalName == "frame" ? null : Ground.Unknown);

    private static Box Bounds(XElement drawing)
    {
        double Points(string name) => OdtLength.Points((string?)drawing.Attribute(SvgXml + name)) ?? 0;
        var (left, top) = (Points("x"), Points("y"));
        return new Box(left, top, left + Points("width"), top + Points("height"));
    }
}
