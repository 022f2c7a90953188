using System.Xml.Linq;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>Questions about elements that hold the same content in several forms.</summary>
internal static class Markup
{
    private static readonly XNamespace Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>The form to read of content that is stored for new and for old programs: one of the two, or it would be read twice.</summary>
    public static OpenXmlElement? Chosen(AlternateContent alternatives)
    {
        var choice = alternatives.GetFirstChild<AlternateContentChoice>();
        var fallback = alternatives.GetFirstChild<AlternateContentFallback>();
        return choice is not null && (fallback is null || HasText(choice) || !HasText(fallback)) ? choice : fallback;
    }

    /// <summary>Children of a kind, also those inside content controls, which may wrap rows and cells.</summary>
    public static IEnumerable<T> Inside<T>(OpenXmlElement parent) where T : OpenXmlElement
    {
        foreach (var child in parent.ChildElements)
        {
            if (child is T found) yield return found;
            else if (child is W.SdtElement or W.SdtContentRow or W.SdtContentCell or W.CustomXmlElement)
            {
                foreach (var inner in Inside<T>(child)) yield return inner;
            }
        }
    }

    /// <summary>Some programs write the element under a wrong namespace; then its content is read again as what it is.</summary>
    internal static OpenXmlElement Typed(OpenXmlElement box)
    {
        if (box is not OpenXmlUnknownElement) return box;
        var xml = XElement.Parse(box.OuterXml);
        return new W.TextBoxContent(new XElement(Transitional + "txbxContent", xml.Elements().Select(ToTransitional)).ToString(SaveOptions.DisableFormatting));
    }

    private static XElement ToTransitional(XElement element) => new(
        element.Name.Namespace == Strict ? Transitional + element.Name.LocalName : element.Name,
        element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => new XAttribute(a.Name.Namespace == Strict ? Transitional + a.Name.LocalName : a.Name, a.Value)),
        element.Nodes().Select(n => n is XElement child ? ToTransitional(child) : n));

    private static bool HasText(OpenXmlElement element) => element.Descendants<W.Text>().Any(t => t.Text.Length > 0);
}
