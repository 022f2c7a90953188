using Resumai.Fields.Contact;
using Resumai.Fields.Entries;
using Resumai.Fields.Items;
using Resumai.Sections;

namespace Resumai.Fields.Publications;

/// <summary>"Title. Venue, year", "Authors (year). Title. Venue", "Authors: “Title”, Venue", title and venue on two lines.</summary>
internal static class PublicationExtractor
{
    private const int MostWords = 40;

    public static IReadOnlyList<PublicationDraft> Extract(Section section, string? language, string? locale, ColumnEdges edges)
    {
        var found = new List<PublicationDraft>();
        foreach (var item in new ItemCutter(language, locale, edges).Cut(section.Lines))
        {
            var (title, venue) = Citation.Parts(item.Head);
            if (venue.IsEmpty && item.Below.Count > 0) venue = item.Below[0];
            title = title.Trim(",;:–—-|·\t ");
            if (!ItemParts.HasLetters(title.Text) || ItemParts.Words(title.Text) > MostWords || title.Find(0.75) is not { } printed) continue;
            var url = OnlineAddresses.Links([.. item.Head.Spans, .. item.Below.SelectMany(b => b.Spans)]) is [var link, ..] ? link.Url : null;
            venue = OnlineAddresses.Holds(venue.Text) && ItemParts.Words(venue.Text) == 1 ? Passage.Empty : ItemParts.Bare(venue).Trim(".");
            found.Add(new PublicationDraft(printed, ItemParts.HasLetters(venue.Text) ? venue.Find(0.6) : null, item.Date, url));
        }
        return found;
    }
}
