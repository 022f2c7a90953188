using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Resumai.Reading.Structure;
using static Resumai.Reading.Odt.OdtNames;

namespace Resumai.Reading.Odt;

/// <summary>The visible text of one paragraph as runs, the drawings anchored in it and the notes it refers to.</summary>
internal sealed class OdtInline(OdtStyles styles, HiddenText hidden, Ground ground)
{
    private const int MostSpaces = 200;
    private readonly VisibleText _text = new(hidden);
    /// <summary>White space is one space, and none at the start of a paragraph (part 3, 6.1.2).</summary>
    private bool _afterSpace = true;

    public VisibleText Text => _text;
    public List<XElement> Drawings { get; } = [];
    public List<XElement> Notes { get; } = [];

    public OdtInline Read(XElement paragraph)
    {
        Children(paragraph, OdtFormat.OfParagraph(styles, (string?)paragraph.Attribute(TextXml + "style-name")), null);
        return this;
    }

    private void Children(XElement parent, OdtFormat format, string? url)
    {
        foreach (var node in parent.Nodes())
        {
            if (node is XText text) Add(Collapse(text.Value), format, url);
            else if (node is XElement element) Element(element, format, url);
        }
    }

    private void Element(XElement element, OdtFormat format, string? url)
    {
        if (element.Name.Namespace == DrawXml)
        {
            if (element.Name.LocalName == "a") Children(element, format, (string?)element.Attribute(XLinkXml + "href") ?? url);
            else Drawings.Add(element);
            return;
        }
        if (element.Name.Namespace == OfficeXml || element.Name.Namespace != TextXml)
        {
            // Comments (office:annotation) and foreign elements; of those only what other programs call content is text.
            if (element.Name.Namespace != OfficeXml) Children(element, format, url);
            return;
        }
        switch (element.Name.LocalName)
        {
            case "s": AddRaw(new string(' ', Math.Clamp((int?)Number(element, "c") ?? 1, 1, MostSpaces)), format, url); break;
            case "tab": AddRaw("\t", format, url); break;
            case "line-break": AddRaw("\n", format, url); break;
            case "span": Children(element, format.OfSpan(styles, (string?)element.Attribute(TextXml + "style-name")), url); break;
            case "a": Children(element, format.OfSpan(styles, (string?)element.Attribute(TextXml + "style-name")), Outside((string?)element.Attribute(XLinkXml + "href")) ?? url); break;
            case "note": Notes.Add(element); break;
            case "hidden-text" when (string?)element.Attribute(TextXml + "is-hidden") != "false": hidden.Add(element.Value); break;
            case "hidden-paragraph" or "ruby-text" or "note-citation" or "script" or "soft-page-break" or "tracked-changes": break;
            default: Children(element, format, url); break;
        }
    }

    private static int? Number(XElement element, string name) =>
        int.TryParse((string?)element.Attribute(TextXml + name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string? Outside(string? target) => string.IsNullOrEmpty(target) || target[0] == '#' ? null : target;

    private void AddRaw(string text, OdtFormat format, string? url)
    {
        // Spaces that are elements do not swallow those typed after them.
        _afterSpace = false;
        Add(text, format, url);
    }

    private void Add(string text, OdtFormat format, string? url) => _text.Add(text, format.Font, ground.Under(format.Shade), format.Hidden, url);

    private string Collapse(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var space = c is ' ' or '\t' or '\n' or '\r';
            if (!space) result.Append(c);
            else if (!_afterSpace) result.Append(' ');
            _afterSpace = space;
        }
        return result.ToString();
    }
}
