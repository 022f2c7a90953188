using Resumai.Knowledge;

namespace Resumai.Fields.Entries;

/// <summary>Labels of forms ("Employer", "Dates") that stand before the parts of an entry. Thread-safe.</summary>
internal static class EntryLabels
{
    /// <summary>"Nombre y tipo de la organización que ha impartido la educación o la formación" is one.</summary>
    private const int LongestLabel = 90;

    private static readonly Lazy<Dictionary<string, string>> Parts = new(Load);

    /// <summary>What a label announces: a role, null for labels of dates and text.</summary>
    public static bool TryGet(string text, out EntryRole? role)
    {
        role = null;
        if (text.Length > LongestLabel || !Parts.Value.TryGetValue(Tokens.Phrase(text), out var part)) return false;
        role = Enum.TryParse<EntryRole>(part, ignoreCase: true, out var known) ? known : null;
        return true;
    }

    /// <summary>True for words that only go with a date ("Expected", "Graduated", "Period").</summary>
    public static bool IsAroundDate(string text) => text.Length is > 1 and < 40 && Parts.Value.TryGetValue(Tokens.Phrase(text), out var part) && part is "around" or "dates";

    /// <summary>True for labels of running text ("Responsibilities").</summary>
    public static bool IsTextLabel(string text) => text.Length is > 2 and <= LongestLabel && Parts.Value.TryGetValue(Tokens.Phrase(text), out var part) && part == "text";

    private static Dictionary<string, string> Load()
    {
        var parts = new Dictionary<string, string>();
        foreach (var row in TermFile.Read("entry_labels.tsv"))
        {
            foreach (var term in row.Terms) parts.TryAdd(Tokens.Phrase(term), row.Kind);
        }
        return parts;
    }
}
