using System.Collections.Concurrent;
using Resumai.Knowledge;

namespace Resumai.Fields.Experience;

/// <summary>Tells the kind of employment from the words of a title. Thread-safe.</summary>
internal static class EmploymentTypes
{
    /// <summary>The first that has a word in the title decides.</summary>
    private static readonly string[] Kinds = ["internship", "apprenticeship", "freelance", "volunteer", "temporary", "part_time", "full_time"];
    private static readonly Lazy<IReadOnlyList<TermRow>> Rows = new(() => [.. TermFile.Read("employment.tsv")]);
    private static readonly ConcurrentDictionary<string, IReadOnlyList<KindWords>> ByLanguage = new();

    /// <summary>The kind that a word of the document's language or English says; null when the text does not say.</summary>
    /// <param name="language">Null when unknown: words of all languages count.</param>
    public static string? Find(string? text, string? language)
    {
        if (text is null) return null;
        var tokens = Tokens.Of(text);
        foreach (var (kind, words) in ByLanguage.GetOrAdd(language ?? "", Words))
        {
            if (words.AreIn(tokens)) return kind;
        }
        return null;
    }

    private static IReadOnlyList<KindWords> Words(string language)
    {
        var rows = Rows.Value.Where(r => language.Length == 0 || r.Language == language || r.Language is "*" or "en").ToLookup(r => r.Kind == "self_employed" ? "freelance" : r.Kind);
        return [.. Kinds.Select(k => new KindWords(k, new TermSet(rows[k].SelectMany(r => r.Terms))))];
    }

    private sealed record KindWords(string Kind, TermSet Words);
}
