using Resumai.Knowledge;

namespace Resumai.Normalize.Levels;

/// <summary>A degree as printed → the contract's level and the level of the European Qualifications Framework (1–8).</summary>
/// <param name="Level"><c>secondary</c>, <c>vocational</c>, <c>bachelor</c>, <c>master</c> or <c>doctorate</c>.</param>
internal sealed record DegreeLevel(string Level, int Eqf)
{
    private static readonly Lazy<Words> Known = new(Load);

    /// <summary>The level, null when no word of the degree tells it. The word that stands first decides; of several at one place the longest.</summary>
    public static DegreeLevel? Of(string? degree)
    {
        if (string.IsNullOrWhiteSpace(degree)) return null;
        var tokens = Tokens.Of(degree);
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Known.Value.OfAnyLevel.At(tokens, at) is not null) return Strongest(tokens, at);
        }
        return null;
    }

    private static DegreeLevel? Strongest(List<Token> tokens, int at)
    {
        DegreeLevel? best = null;
        var most = 0;
        foreach (var (level, words) in Known.Value.OfLevels)
        {
            if (words.At(tokens, at) is not { } match) continue;
            // An exact phrase tells more than a beginning or an ending.
            var weight = (match.TokenCount * 2) + (match.Exact ? 1 : 0);
            if (weight > most) (best, most) = (level, weight);
        }
        return best;
    }

    private static Words Load()
    {
        var rows = TermFile.Read("degrees.tsv").ToArray();
        return new Words(new TermSet(rows.SelectMany(r => r.Terms)), Array.ConvertAll(rows, Read));
    }

    private static LevelWords Read(TermRow row)
    {
        var cells = row.Kind.Split('/');
        return new LevelWords(new DegreeLevel(cells[0], int.Parse(cells[1])), new TermSet(row.Terms));
    }

    /// <param name="OfAnyLevel">One look tells of most words that they are of none.</param>
    private sealed record Words(TermSet OfAnyLevel, LevelWords[] OfLevels);

    private sealed record LevelWords(DegreeLevel Level, TermSet Words);
}
