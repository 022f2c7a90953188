using Resumai.Knowledge;

namespace Resumai.Fields.Experience;

/// <summary>Tells the kind of employment from the words of a title. Thread-safe.</summary>
internal static class EmploymentTypes
{
    private static readonly string[] Kinds = ["internship", "apprenticeship", "freelance", "volunteer", "temporary", "part_time", "full_time"];
    private static readonly Lazy<IReadOnlyList<KindWords>> Words = new(() =>
    {
        var rows = TermFile.Read("titles.tsv").ToLookup(r => r.Kind);
        return [.. Kinds.Select(k => new KindWords(k, new TermSet(rows[k].SelectMany(r => r.Terms))))];
    });

    /// <summary>The contract's word, or null when the text does not say.</summary>
    public static string? Find(string? text)
    {
        if (text is null) return null;
        var tokens = Tokens.Of(text);
        foreach (var (kind, words) in Words.Value)
        {
            if (words.AreIn(tokens)) return kind;
        }
        return null;
    }

    private sealed record KindWords(string Kind, TermSet Words);
}
