using Resumai.Knowledge;
using Resumai.Reading;

namespace Resumai.Fields.Contact;

/// <summary>Labels before contact details: words ("Tel.") and pictograms (☎).</summary>
internal static class ContactLabels
{
    /// <summary>The kind of label that the whole text is, null when none.</summary>
    public static string? Label(string text) => Kind(Icons.Meaning(text.Trim())) ?? ContactWords.Default.Label(text);

    /// <summary>A label at the beginning of a text, with the length of it and of the colon or spaces behind; null when there is none.</summary>
    public static (string Kind, int Length)? Leading(string text)
    {
        var end = text.IndexOf(' ');
        if (end > 0 && end < text.Length - 1 && Kind(Icons.Meaning(text[..end])) is { } kind) return (kind, end + 1);
        return ContactWords.Default.Leading(text);
    }

    private static string? Kind(IconMeaning meaning) => meaning switch
    {
        IconMeaning.Phone => "phone",
        IconMeaning.Email => "email",
        IconMeaning.Place => "address",
        IconMeaning.Link or IconMeaning.LinkedIn or IconMeaning.GitHub or IconMeaning.GitLab or IconMeaning.Xing => "web",
        IconMeaning.Birth => "birth",
        IconMeaning.Nationality => "nationality",
        IconMeaning.Licence => "licence",
        _ => null,
    };
}
