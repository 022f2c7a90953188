using Resumai.Fields.Contact;
using Resumai.Fields.Entries;
using Resumai.Fields.Items;
using Resumai.Sections;

namespace Resumai.Fields.Projects;

/// <summary>"Name: what it is", or the name on a line and the description or bullets under it.</summary>
internal static class ProjectExtractor
{
    public static IReadOnlyList<ProjectDraft> Extract(Section section, string? language, string? locale, ColumnEdges edges)
    {
        var found = new List<ProjectDraft>();
        foreach (var item in new ItemCutter(language, locale, edges).Cut(section.Lines))
        {
            var (name, rest) = ItemParts.Two(item, atComma: false);
            if (!ItemParts.HasLetters(name.Text) || ItemParts.IsSentence(name.Text) || name.Find(0.8) is not { } printed) continue;
            var spans = item.Head.Spans.Concat(item.Below.SelectMany(b => b.Spans)).ToList();
            var url = OnlineAddresses.Links(spans) is [var link, ..] ? link.Url : null;
            var description = item.Below.Where(b => !IsAddress(b.Text)).Aggregate(IsAddress(rest.Text) ? Passage.Empty : rest, (all, next) => all.Append(next));
            found.Add(new ProjectDraft(printed, description.Trim().Find(0.75), url, item.Date));
        }
        return found;
    }

    private static bool IsAddress(string text) => text.Length > 0 && ItemParts.Words(text) == 1 && OnlineAddresses.Holds(text);
}
