using Resumai.Knowledge;

namespace Resumai.Normalize.Levels;

/// <summary>A degree as printed → the contract's level and the level of the European Qualifications Framework (1–8).</summary>
/// <param name="Level"><c>secondary</c>, <c>vocational</c>, <c>bachelor</c>, <c>master</c> or <c>doctorate</c>.</param>
internal sealed record DegreeLevel(string Level, int Eqf)
{
    private static readonly Lazy<IReadOnlyList<(DegreeLevel Level, TermSet Words)>> Rows = new(() =>
    [
        .. from row in TermFile.Read("degrees.tsv")
           let cells = row.Kind.Split('/')
           select (new DegreeLevel(cells[0], int.Parse(cells[1])), new TermSet(row.Terms)),
    ]);

    /// <summary>The level, null when no word of the degree tells it. The word that stands first decides; of several at one place the longest.</summary>
    public static DegreeLevel? Of(string? degree)
    {
        if (string.IsNullOrWhiteSpace(degree)) return null;
        var tokens = Tokens.Of(degree);
        DegreeLevel? best = null;
        var (first, length) = (int.MaxValue, 0);
        foreach (var (level, words) in Rows.Value)
        {
            foreach (var match in words.Matches(tokens))
            {
                // An exact phrase tells more than a beginning or an ending.
                var weight = (match.TokenCount * 2) + (match.Exact ? 1 : 0);
                if (match.FirstToken > first || (match.FirstToken == first && weight <= length)) continue;
                (best, first, length) = (level, match.FirstToken, weight);
            }
        }
        return best;
    }
}
