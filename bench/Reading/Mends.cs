using Resumai.Layout;

namespace Resumai.Bench.PageReading;

/// <summary>A word that was parted at a line's end, and the two lines joined.</summary>
public sealed record Mend(string Word, string Joined, bool IsGood);

/// <summary>Judges words that were parted at a line's end: the two lines joined must hold the whole word.</summary>
internal static class Mends
{
    public static IEnumerable<Mend> Judge(LineTruth truth, WordMatch match, ArrangedDocument document)
    {
        var lines = document.Lines.ToDictionary(l => l.Index);
        var mender = new HyphenMender(document.Lines);
        var words = match.Truth.ToLookup(t => t.Line);
        foreach (var (i, line) in truth.Lines.Index())
        {
            if (line.Mend is null) continue;
            var first = words[i].SelectMany(match.Of).LastOrDefault();
            var second = words[i + 1].SelectMany(match.Of).FirstOrDefault();
            if (first is null || second is null)
            {
                yield return new Mend(line.Mend, "(missing)", false);
                continue;
            }
            var joined = mender.Join(first.Line == second.Line ? [lines[first.Line].Text] : [lines[first.Line].Text, lines[second.Line].Text]);
            var isGood = joined.Split(' ', '\t').Any(word => word.Replace('\u2010', '-').Equals(line.Mend.Replace('\u2010', '-'), StringComparison.OrdinalIgnoreCase));
            yield return new Mend(line.Mend, joined, isGood);
        }
    }
}
