using Resumai.Fields.Entries;
using Resumai.Normalize.Dates;
using Resumai.Tagging;

namespace Resumai.Training;

/// <summary>
/// Turns the lines around each dated line of a section into examples: every stretch of pieces that could be a part, with what it is by the
/// truth of the entry that the date belongs to.
/// </summary>
internal sealed class HeadExamples(EntryGrammar grammar)
{
    private const int Above = 3, Below = 4, WithoutWords = 2;
    private readonly FeatureList _features = new();

    public IEnumerable<Example> Of(IReadOnlyList<EntryLine> all, IReadOnlyList<HeadTruth> truths)
    {
        var lines = all.Where(l => !l.IsIgnored).ToArray();
        var anchors = EntrySplitter.Anchors(lines);
        var owners = anchors.Select((_, i) => Owner(lines, anchors, i, truths)).ToArray();
        for (var i = 0; i < anchors.Count; i++)
        {
            if (owners[i] is not { } truth) continue;
            var (first, last) = (anchors[i], anchors[i]);
            var low = Math.Max(i == 0 ? 0 : anchors[i - 1] + 1, anchors[i] - Above);
            var high = Math.Min(i + 1 < anchors.Count ? anchors[i + 1] - 1 : lines.Length - 1, anchors[i] + Below);
            while (first > low && !lines[first - 1].IsBody) first--;
            while (last < high && !lines[last + 1].IsBody) last++;
            for (var line = first; line <= last; line++)
            {
                // What stands between two dates belongs to one of them: the model is asked about lines of the entry only.
                var other = line < anchors[i] ? i - 1 : i + 1;
                if (line != anchors[i] && !IsOf(lines[line], truth, line < anchors[i], other >= 0 && other < owners.Length ? owners[other] : null)) continue;
                foreach (var cell in HeadCell.Of(lines[line], line - anchors[i], grammar.Lexicon))
                {
                    foreach (var example in Of(cell, truth)) yield return example;
                }
            }
        }
    }

    /// <summary>Lines with words of one entry are that one's; lines with words of none or both go to the entry above them.</summary>
    private static bool IsOf(EntryLine line, HeadTruth own, bool above, HeadTruth? other)
    {
        var (mine, theirs) = (own.Hits(line.Text.Text), other?.Hits(line.Text.Text) ?? 0);
        return mine == theirs ? !above : mine > theirs;
    }

    /// <summary>The truth's entry with this date; among several the one whose words stand nearest.</summary>
    private static HeadTruth? Owner(EntryLine[] lines, List<int> anchors, int i, IReadOnlyList<HeadTruth> truths)
    {
        var range = lines[anchors[i]].Date!.Range;
        var fitting = truths.Where(t => Fits(t, range)).ToArray();
        if (fitting.Length == 0) return null;
        var near = string.Join(' ', lines[Math.Max(0, anchors[i] - 2)..Math.Min(lines.Length, anchors[i] + 3)].Select(l => l.Text.Text));
        var best = fitting.MaxBy(t => t.Hits(near))!;
        return best.Hits(near) > 0 ? best : null;
    }

    private static bool Fits(HeadTruth truth, DateRange range)
    {
        var end = range.IsSingle ? range.Start : range.End;
        return Same(truth.End, end) && (Same(truth.Start, range.Start) || (range.IsSingle && truth.Start is null));
    }

    private static bool Same(string? truth, PartialDate? read) => (truth ?? "") == (read?.ToString() ?? "");

    private IEnumerable<Example> Of(HeadCell cell, HeadTruth truth)
    {
        var count = cell.Pieces.Length;
        var taken = new EntryRole?[count];
        var gold = new Dictionary<(int, int), EntryRole>();
        Mark(exact: true);
        Mark(exact: false);
        for (var first = 0; first < count; first++)
        {
            for (var last = first; last < count; last++)
            {
                var role = gold.TryGetValue((first, last), out var known) ? (int)known
                    : taken[first..(last + 1)].Any(t => t is not null) ? PieceModel.WronglyCut
                    : first == last || last - first == count - 1 ? (int)EntryRole.Other : -1;
                if (role < 0) continue;
                var seen = grammar.Evidence(Text(cell, first, last));
                // Once with its words and more often without: the form must tell where the words are new.
                PieceFeatures.Of(cell, first, last, seen, grammar.Lexicon, _features);
                yield return new Example([.. _features.Values], role);
                PieceFeatures.Of(cell, first, last, seen, grammar.Lexicon, _features, known: false);
                for (var i = 0; i < WithoutWords; i++) yield return new Example([.. _features.Values], role);
            }
        }

        void Mark(bool exact)
        {
            for (var length = count; length > 0; length--)
            {
                for (var first = 0; first + length <= count; first++)
                {
                    var last = first + length - 1;
                    if (taken[first..(last + 1)].Any(t => t is not null) || truth.Of(Text(cell, first, last), exact) is not { } role) continue;
                    gold[(first, last)] = role;
                    for (var k = first; k <= last; k++) taken[k] = role;
                }
            }
        }
    }

    private static string Text(HeadCell cell, int first, int last)
    {
        var start = cell.Pieces[first].Start;
        return cell.Text.Text[start..cell.Pieces[last].End];
    }
}
