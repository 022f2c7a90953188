using System.Globalization;
using System.Xml.Linq;
using Resumai.Reading.Structure;
using static Resumai.Reading.Odt.OdtNames;

namespace Resumai.Reading.Odt;

/// <summary>The marks of list items. Counts as it goes: ask in document order.</summary>
internal sealed class OdtLists(OdtStyles styles)
{
    private readonly Dictionary<(string Style, int Level), int> _counts = [];

    /// <summary>The mark of the next item of a list at a level from 0; null when the level prints none.</summary>
    public string? Next(string? style, int level)
    {
        if (Level(style, level) is not { } format || format.Name != TextXml + "list-level-style-number") return "•";
        var key = (style!, level);
        _counts[key] = _counts.TryGetValue(key, out var count) ? count + 1
            : int.TryParse((string?)format.Attribute(TextXml + "start-value"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;
        foreach (var deeper in _counts.Keys.Where(k => k.Style == style && k.Level > level).ToList()) _counts.Remove(deeper);
        var kind = (string?)format.Attribute(StyleXml + "num-format");
        return string.IsNullOrEmpty(kind) ? null
            : (string?)format.Attribute(StyleXml + "num-prefix") + NumberText.Of(_counts[key], kind) + ((string?)format.Attribute(StyleXml + "num-suffix") ?? "");
    }

    public void Restart(string? style)
    {
        foreach (var key in _counts.Keys.Where(k => k.Style == style).ToList()) _counts.Remove(key);
    }

    /// <summary>Left indent in points that the level gives, null when it gives none.</summary>
    public double? Indent(string? style, int level)
    {
        var properties = Level(style, level)?.Element(StyleXml + "list-level-properties");
        return OdtLength.Points((string?)properties?.Element(StyleXml + "list-level-label-alignment")?.Attribute(FoXml + "margin-left"))
            ?? OdtLength.Points((string?)properties?.Attribute(TextXml + "space-before"));
    }

    private XElement? Level(string? style, int level) => styles.List(style)?.Elements()
        .FirstOrDefault(l => (string?)l.Attribute(TextXml + "level") == (level + 1).ToString(CultureInfo.InvariantCulture));
}
