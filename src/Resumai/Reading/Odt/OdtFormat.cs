using System.Xml.Linq;
using Resumai.Reading.Structure;
using static Resumai.Reading.Odt.OdtNames;

namespace Resumai.Reading.Odt;

/// <summary>The format of a stretch of text: nested spans over their paragraph over the defaults.</summary>
internal sealed record OdtFormat(Font Font, bool Hidden, Ground? Shade)
{
    public static OdtFormat OfParagraph(OdtStyles styles, string? style) => new OdtFormat(Font.Unknown, false, null).Over(styles, "paragraph", style);

    public OdtFormat OfSpan(OdtStyles styles, string? style) => style is null ? this : Over(styles, "text", style);

    /// <summary>Properties from the most general style to the nearest, each over what was before.</summary>
    private OdtFormat Over(OdtStyles styles, string family, string? style)
    {
        var result = this;
        foreach (var properties in styles.Chain(family, style).Select(s => s.Element(StyleXml + "text-properties")).OfType<XElement>().Reverse())
        {
            result = result.With(properties);
        }
        return result;
    }

    private OdtFormat With(XElement properties)
    {
        string? Value(XName name) => (string?)properties.Attribute(name);
        var size = OdtLength.Points(Value(FoXml + "font-size")) ?? Font.Size * (OdtLength.Percent(Value(FoXml + "font-size")) ?? 1);
        var weight = Value(FoXml + "font-weight");
        var color = (string?)properties.Attribute(StyleXml + "use-window-font-color") == "true" ? null : Value(FoXml + "color") is { } own ? OdtLength.Color(own) : Font.Color;
        var shade = Value(FoXml + "background-color") is { } ground ? ground == "transparent" ? null : new Ground(OdtLength.Color(ground)) : Shade;
        return new OdtFormat(
            new Font(Value(StyleXml + "font-name") ?? Value(FoXml + "font-family") ?? Font.Name, size,
                weight is null ? Font.Bold : weight is "bold" or "600" or "700" or "800" or "900",
                Value(FoXml + "font-style") is { } slope ? slope is "italic" or "oblique" : Font.Italic, color),
            Value(TextXml + "display") is { } display ? display is "none" or "condition" : Hidden, shade);
    }
}
