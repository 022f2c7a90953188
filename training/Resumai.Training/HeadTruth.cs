using System.Text.Json;
using Resumai.Fields.Entries;
using Resumai.Knowledge;

namespace Resumai.Training;

/// <summary>What an entry's head says by the truth, as phrases to compare with.</summary>
internal sealed record HeadTruth(string? Start, string? End, IReadOnlyList<(EntryRole Role, string Phrase)> Values)
{
    public static IReadOnlyList<HeadTruth> Posts(JsonElement truth) => Each(truth, "experience", e =>
        [(EntryRole.Title, Text(e, "title")), (EntryRole.Organization, Text(e, "employer")), (EntryRole.Place, Text(e, "city"))]);

    public static IReadOnlyList<HeadTruth> Studies(JsonElement truth) => Each(truth, "education", e =>
        [(EntryRole.Title, Text(e, "degree")), (EntryRole.Organization, Text(e, "institution")), (EntryRole.Field, Text(e, "field_of_study")), (EntryRole.Grade, Text(e, "grade")), (EntryRole.Place, Text(e, "city"))]);

    /// <summary>What a stretch of text is, null when it is no value of this entry.</summary>
    /// <param name="exact">False also takes values with words around them, and a degree together with its subject.</param>
    public EntryRole? Of(string text, bool exact)
    {
        var phrase = Tokens.Phrase(text);
        if (phrase.Length == 0) return null;
        foreach (var (role, value) in Values)
        {
            if (phrase == value) return role;
        }
        if (exact) return null;
        var degree = Values.FirstOrDefault(v => v.Role == EntryRole.Title).Phrase;
        foreach (var (role, value) in Values)
        {
            var extra = phrase.Length - value.Length;
            // A city may have its region or country behind it; a grade its label before it; a degree its subject.
            if (role == EntryRole.Place && phrase.StartsWith(value + " ", StringComparison.Ordinal) && extra <= 24) return role;
            if (role == EntryRole.Grade && extra > 0 && extra <= 24 && (phrase.EndsWith(" " + value, StringComparison.Ordinal) || phrase.StartsWith(value + " ", StringComparison.Ordinal))) return role;
            if (role == EntryRole.Field && degree is not null && phrase.StartsWith(degree + " ", StringComparison.Ordinal) && phrase.EndsWith(" " + value, StringComparison.Ordinal)
                && phrase.Length - degree.Length - value.Length <= 6) return EntryRole.Title;
        }
        return null;
    }

    /// <summary>How many of its values stand in a text.</summary>
    public int Hits(string text)
    {
        var phrase = " " + Tokens.Phrase(text) + " ";
        return Values.Count(v => phrase.Contains(" " + v.Phrase + " ", StringComparison.Ordinal));
    }

    private static List<HeadTruth> Each(JsonElement truth, string key, Func<JsonElement, (EntryRole, string?)[]> values)
    {
        if (!truth.TryGetProperty(key, out var list) || list.ValueKind != JsonValueKind.Array) return [];
        return [.. list.EnumerateArray().Select(e => new HeadTruth(Text(e, "start_date"), Text(e, "end_date"),
            [.. values(e).Where(v => !string.IsNullOrWhiteSpace(v.Item2)).Select(v => (v.Item1, Tokens.Phrase(v.Item2!))).Where(v => v.Item2.Length > 0)]))];
    }

    private static string? Text(JsonElement entry, string key) =>
        entry.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
