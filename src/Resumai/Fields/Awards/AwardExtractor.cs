using Resumai.Fields.Entries;
using Resumai.Fields.Items;
using Resumai.Sections;

namespace Resumai.Fields.Awards;

/// <summary>One award an item: "Title, Issuer (date)", the issuer perhaps on the line below.</summary>
internal static class AwardExtractor
{
    public static IReadOnlyList<AwardDraft> Extract(Section section, string? language, string? locale, ColumnEdges edges)
    {
        var found = new List<AwardDraft>();
        foreach (var item in new ItemCutter(language, locale, edges).Cut(section.Lines))
        {
            var (title, issuer) = ItemParts.Two(item, atComma: false);
            if (issuer.IsEmpty && IssuerAfterComma(item, language) is { } parts) (title, issuer) = parts;
            if (issuer.IsEmpty && item.Below.Count > 0 && !ItemParts.IsSentence(item.Below[0].Text)) issuer = ItemParts.Bare(item.Below[0]);
            if (!ItemParts.HasLetters(title.Text) || ItemParts.IsSentence(title.Text) || title.Find(0.8) is not { } printed) continue;
            found.Add(new AwardDraft(printed, ItemParts.HasLetters(issuer.Text) && !ItemParts.IsSentence(issuer.Text) ? issuer.Find(0.65) : null, item.Date));
        }
        return found;
    }

    /// <summary>A comma stands in titles too ("Best Tool, Hack Week"): what follows is the issuer when it names an organisation.</summary>
    private static (Passage, Passage)? IssuerAfterComma(SectionItem item, string? language)
    {
        var comma = item.Head.Text.LastIndexOf(", ", StringComparison.Ordinal);
        if (comma <= 0) return null;
        var issuer = ItemParts.Bare(item.Head.Slice(comma + 2, item.Head.Text.Length - comma - 2));
        return Organisations.Names(issuer.Text, language) ? (ItemParts.Bare(item.Head.Slice(0, comma)), issuer) : null;
    }
}
