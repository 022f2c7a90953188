using Resumai.Fields.Items;
using Resumai.Fields.Skills;
using Resumai.Sections;

namespace Resumai.Fields.Interests;

/// <summary>One interest per printed item of a list; running text yields none.</summary>
internal static class InterestExtractor
{
    private const int MostWords = 8;

    public static IReadOnlyList<Found<string>> Extract(Section section)
    {
        var found = new List<Found<string>>();
        foreach (var item in SkillLines.Items(section.Lines))
        {
            var text = item.Trim(SkillLines.Marks);
            var words = ItemParts.Words(text.Text);
            if (!ItemParts.HasLetters(text.Text) || words > MostWords || (words > 4 && item.Trim().Text.EndsWith('.'))) continue;
            if (found.Exists(f => f.Value.Equals(text.Text, StringComparison.OrdinalIgnoreCase))) continue;
            if (text.Find(0.85) is { } interest) found.Add(interest);
        }
        return found;
    }
}
