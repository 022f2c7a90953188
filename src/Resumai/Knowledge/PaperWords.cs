namespace Resumai.Knowledge;

/// <summary>What other papers than CVs say of themselves: an employer's offer, trade, contracts and statements. Thread-safe.</summary>
internal static class PaperWords
{
    public const string Offer = "offer", Trade = "trade", Deed = "deed";

    private static readonly Lazy<Dictionary<string, TermSet>> Sets = new(() => TermFile.Read("papers.tsv")
        .GroupBy(r => r.Kind).ToDictionary(g => g.Key, g => new TermSet(g.SelectMany(r => r.Terms))));

    /// <summary>True where a line begins with such a phrase.</summary>
    public static bool Begins(List<Token> line, string kind) =>
        line.Count > 0 && Sets.Value[kind].At(line.Count > 5 ? line.GetRange(0, 5) : line, 0) is { Exact: true };
}
