using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Resumai.Reading.Docx;

/// <summary>Questions about elements that hold the same content in several forms.</summary>
internal static class Markup
{
    /// <summary>The form to read of content that is stored for new and for old programs: one of the two, or it would be read twice.</summary>
    public static OpenXmlElement? Chosen(AlternateContent alternatives)
    {
        var choice = alternatives.GetFirstChild<AlternateContentChoice>();
        var fallback = alternatives.GetFirstChild<AlternateContentFallback>();
        return choice is not null && (fallback is null || HasText(choice) || !HasText(fallback)) ? choice : fallback;
    }

    /// <summary>The text boxes drawn by an element, outermost only.</summary>
    public static IEnumerable<OpenXmlElement> TextBoxes(OpenXmlElement drawing)
    {
        foreach (var child in drawing.ChildElements)
        {
            if (child.LocalName == "txbxContent") yield return child;
            else if (child is AlternateContent alternatives)
            {
                if (Chosen(alternatives) is not { } chosen) continue;
                foreach (var box in TextBoxes(chosen)) yield return box;
            }
            else
            {
                foreach (var box in TextBoxes(child)) yield return box;
            }
        }
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

    private static bool HasText(OpenXmlElement element) => element.Descendants<W.Text>().Any(t => t.Text.Length > 0);
}
