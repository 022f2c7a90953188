using Resumai.Sections;

namespace Resumai.Fields.Entries;

/// <summary>The lines under an entry's head as list items and running text.</summary>
internal sealed record EntryBody(IReadOnlyList<Found<string>> Items, Found<string>? Text)
{
    private const double Certain = 0.9;

    public static EntryBody Of(IReadOnlyList<EntryLine> lines, double headIndent)
    {
        var items = new List<Found<string>>();
        var text = Passage.Empty;
        var content = lines.Where(l => !l.IsIgnored && !HeadingLexicon.Default.IsLabel(l.Text.Text)).ToArray();
        var indented = content.Length > 1 && content.All(l => l.HasBullet || l.First.Indent > headIndent + 6);
        foreach (var line in content)
        {
            if (line.HasBullet || indented)
            {
                if (line.Text.Trim().Find(Certain) is { } item) items.Add(item);
            }
            else
            {
                text = text.Append(line.Text.Trim());
            }
        }
        return new EntryBody(items, text.Find(Certain));
    }
}
