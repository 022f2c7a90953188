namespace Resumai.Bench.PageReading;

/// <summary>Which words of ours are which words of the truth.</summary>
public sealed class WordMatch
{
    private readonly List<Token>?[] _ours;
    private readonly bool[] _used;

    private readonly HashSet<string> _decoration;

    private WordMatch(IReadOnlyList<Token> truth, IReadOnlyList<Token> ours, IEnumerable<string> decoration)
    {
        (Truth, Ours, _decoration) = (truth, ours, [.. decoration.Select(Token.KeyOf)]);
        _ours = new List<Token>?[truth.Count];
        _used = new bool[ours.Count];
    }

    public IReadOnlyList<Token> Truth { get; }
    public IReadOnlyList<Token> Ours { get; }

    /// <summary>Words that are one for us and several in truth, counted by the gaps that were lost.</summary>
    public int Glued { get; private set; }
    /// <summary>Words that are several for us and one in truth, counted by the gaps that were imagined.</summary>
    public int Split { get; private set; }

    /// <summary>Where our text is of these words of the truth; empty when it is missing.</summary>
    public IReadOnlyList<Token> Of(Token truth) => _ours[truth.Order] ?? [];

    public IEnumerable<Token> Missing => Truth.Where(t => _ours[t.Order] is null);
    public IEnumerable<Token> Extra => Ours.Where(o => !_used[o.Order] && !IsDecoration(o));

    /// <summary>Added by a style sheet: neither right nor wrong.</summary>
    public bool IsDecoration(Token ours) => !_used[ours.Order] && _decoration.Contains(ours.Key);
    public IList<string> GluedOrSplit { get; } = [];

    public static WordMatch Of(LineTruth lines, IReadOnlyList<Token> ours)
    {
        var truth = Token.Of(lines);
        var match = new WordMatch(truth, ours, lines.Decoration);
        if (truth.Any(t => !t.Box.IsNone)) PlaceMatcher.Match(match);
        else TextMatcher.Match(match);
        return match;
    }

    public bool IsFree(Token truth) => _ours[truth.Order] is null;
    public bool IsUnused(Token ours) => !_used[ours.Order];

    public void Pair(Token truth, Token ours)
    {
        (_ours[truth.Order] ??= []).Add(ours);
        _used[ours.Order] = true;
    }

    /// <summary>Pairs a run of words of the truth with a run of ours that says the same with other gaps.</summary>
    public void PairRuns(IReadOnlyList<Token> truth, IReadOnlyList<Token> ours)
    {
        var (t, o, truthEnd, oursEnd) = (0, 0, truth[0].Key.Length, ours[0].Key.Length);
        while (true)
        {
            Pair(truth[t], ours[o]);
            if (truthEnd == oursEnd)
            {
                if (++t == truth.Count) break;
                o++;
                truthEnd += truth[t].Key.Length;
                oursEnd += ours[o].Key.Length;
            }
            else if (truthEnd < oursEnd)
            {
                Glued++;
                truthEnd += truth[++t].Key.Length;
            }
            else
            {
                Split++;
                oursEnd += ours[++o].Key.Length;
            }
        }
        GluedOrSplit.Add($"{string.Join(' ', truth.Select(w => w.Text))} → {string.Join(' ', ours.Select(w => w.Text))}");
    }

    public static bool SaysTheSame(IReadOnlyList<Token> truth, IReadOnlyList<Token> ours) =>
        truth.Count > 0 && ours.Count > 0 && string.Concat(truth.Select(t => t.Key)) == string.Concat(ours.Select(o => o.Key));
}
