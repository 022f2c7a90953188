using System.Xml.Linq;
using Resumai.Reading.Structure;
using static Resumai.Reading.Odt.OdtNames;

namespace Resumai.Reading.Odt;

/// <summary>The styles of a document by family and name, automatic ones over common ones, with what they inherit.</summary>
internal sealed class OdtStyles
{
    private readonly Dictionary<(string Family, string Name), XElement> _styles = [];
    private readonly Dictionary<string, XElement> _defaults = [];
    private readonly Dictionary<string, XElement> _lists = [];

    /// <param name="sources">Roots whose styles count, later ones first.</param>
    public OdtStyles(params ReadOnlySpan<XElement?> sources)
    {
        foreach (var root in sources)
        {
            foreach (var style in root?.Elements().Where(e => e.Name == OfficeXml + "styles" || e.Name == OfficeXml + "automatic-styles").Elements() ?? [])
            {
                var family = (string?)style.Attribute(StyleXml + "family") ?? "";
                if (style.Name == StyleXml + "default-style") _defaults[family] = style;
                else if ((string?)style.Attribute(StyleXml + "name") is not { } name) continue;
                else if (style.Name == TextXml + "list-style") _lists[name] = style;
                else if (style.Name == StyleXml + "style") _styles[(family, name)] = style;
            }
        }
    }

    public XElement? List(string? name) => name is not null ? _lists.GetValueOrDefault(name) : null;

    /// <summary>The style's own element and those it is based on, nearest first; then the default of the family.</summary>
    public IEnumerable<XElement> Chain(string family, string? name)
    {
        // A damaged document may have a style based on itself.
        for (var depth = 0; depth < 20 && name is not null && _styles.TryGetValue((family, name), out var style); depth++)
        {
            yield return style;
            name = (string?)style.Attribute(StyleXml + "parent-style-name");
        }
        if (_defaults.TryGetValue(family, out var last)) yield return last;
    }

    /// <summary>The nearest value of a property ("text-properties", fo:color) in the chain.</summary>
    public string? Property(string family, string? name, string group, XName property) =>
        Chain(family, name).Select(s => (string?)s.Element(StyleXml + group)?.Attribute(property)).FirstOrDefault(v => v is not null);

    /// <summary>The nearest attribute of the style element itself.</summary>
    public string? Attribute(string family, string? name, XName attribute) =>
        Chain(family, name).Select(s => (string?)s.Attribute(attribute)).FirstOrDefault(v => v is not null);

    /// <summary>The name a person sees of the first common style in the chain; null for the default style.</summary>
    public string? DisplayName(string family, string? name)
    {
        var common = Chain(family, name).FirstOrDefault(s => s.Parent?.Name == OfficeXml + "styles" && s.Name == StyleXml + "style");
        var shown = (string?)common?.Attribute(StyleXml + "display-name") ?? (string?)common?.Attribute(StyleXml + "name");
        return shown is null or "Standard" or "Text body" or "Text_20_body" ? null : shown;
    }

    /// <summary>What is painted behind text of a style; null when nothing is.</summary>
    public Ground? Fill(string family, string? name, string group)
    {
        foreach (var properties in Chain(family, name).Select(s => s.Element(StyleXml + group)).OfType<XElement>())
        {
            if ((string?)properties.Attribute(DrawXml + "fill") is { } fill && fill != "solid") return fill == "none" ? null : Ground.Unknown;
            if (properties.Element(StyleXml + "background-image")?.Attribute(XLinkXml + "href") is not null) return Ground.Unknown;
            var color = (string?)properties.Attribute(DrawXml + "fill-color") is { } painted && properties.Attribute(DrawXml + "fill") is not null ? painted : (string?)properties.Attribute(FoXml + "background-color");
            if (color is not null) return color == "transparent" ? null : new Ground(OdtLength.Color(color));
        }
        return null;
    }
}
