using Resumai.Knowledge;

namespace Resumai.Normalize.Titles;

/// <summary>The rank that a job title names. Thread-safe.</summary>
internal static class Seniorities
{
    private const string AnyLanguage = "*";

    private static readonly Lazy<IReadOnlyList<RankWords>> Ranks = new(() =>
        [.. TermFile.Read("seniority.tsv").Select(r => new RankWords(r.Kind, r.Language, new TermSet(r.Terms)))]);

    /// <summary><c>intern</c>, <c>junior</c>, <c>senior</c>, <c>lead</c>, <c>manager</c>, <c>director</c> or <c>executive</c>; null when the title does not say.</summary>
    public static string? Find(string? title, string? language)
    {
        if (title is null) return null;
        var tokens = Tokens.Of(title);
        foreach (var (rank, of, words) in Ranks.Value)
        {
            if ((of is AnyLanguage || of == language) && words.AreIn(tokens)) return rank;
        }
        return null;
    }

    private sealed record RankWords(string Rank, string Language, TermSet Words);
}
