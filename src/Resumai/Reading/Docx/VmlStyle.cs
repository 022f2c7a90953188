using DocumentFormat.OpenXml;
using Resumai.Reading.Structure;

namespace Resumai.Reading.Docx;

/// <summary>The CSS of a VML shape ("position:absolute;margin-left:20pt;…"): where it stands and its paint.</summary>
internal sealed record VmlStyle(IReadOnlyDictionary<string, string> Values, bool AcrossText)
{
    public static VmlStyle Of(OpenXmlElement? shape)
    {
        var values = new Dictionary<string, string>();
        foreach (var rule in TextBoxes.Attribute(shape, "style")?.Split(';') ?? [])
        {
            if (rule.IndexOf(':') is > 0 and var at) values.TryAdd(rule[..at].Trim(), rule[(at + 1)..].Trim());
        }
        return new VmlStyle(values, TextBoxes.Attribute(TextBoxes.Child(shape, "wrap"), "type") == "topAndBottom");
    }

    public Box Bounds
    {
        get
        {
            var (left, top) = (Points("margin-left"), Points("margin-top"));
            return new Box(left, top, left + Points("width"), top + Points("height"));
        }
    }

    public BoxPosition Position(double wide)
    {
        if (!Values.TryGetValue("position", out var position) || position is not ("absolute" or "relative")) return BoxPosition.InLine;
        var below = Bounds.Top > 0 && Values.GetValueOrDefault("mso-position-vertical-relative", "text") is "text" or "line";
        return AcrossText || Bounds.Width >= wide ? below ? BoxPosition.After : BoxPosition.Before : BoxPosition.Beside;
    }

    public static Ground? Fill(OpenXmlElement shape)
    {
        if (TextBoxes.Attribute(shape, "filled") is "f" or "false") return null;
        // Without a colour a shape is painted white.
        if (TextBoxes.Attribute(shape, "fillcolor") is not { } color) return TextBoxes.Child(shape, "fill") is null ? Ground.Paper : Ground.Unknown;
        return new Ground(StyleSheet.ColorOf(color.Split(' ')[0].TrimStart('#')));
    }

    private double Points(string name) => Twips.Points(Values.GetValueOrDefault(name) is { } value ? char.IsAsciiLetter(value[^1]) ? value : value + "pt" : null) ?? 0;
}
