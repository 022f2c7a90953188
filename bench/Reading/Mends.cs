using Resumai.Layout;

namespace Resumai.Bench.PageReading;

/// <summary>Judges words that were parted at a line's end: the two lines joined must hold the whole word.</summary>
internal static class Mends
{
    public static IEnumerable<bool> Judge(LineTruth truth, WordMatch match, ArrangedDocument document)
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
                yield return false;
                continue;
            }
            var joined = mender.Join(first.Line == second.Line ? [lines[first.Line].Text] : [lines[first.Line].Text, lines[second.Line].Text]);
            yield return joined.Split(' ', '\t').Any(word => word.Equals(line.Mend, StringComparison.OrdinalIgnoreCase));
        }
    }
}
