using Resumai.Knowledge;

namespace Resumai.Fields.Entries;

/// <summary>Entries printed as a form, every part behind its label: each begins with the label that the section begins with.</summary>
internal static class LabelledForm
{
    private const int LongestLabel = 50;

    /// <summary>How many lines of each entry stand above its date; null where the lines are no form, or one with parts left out above the date.</summary>
    public static int? LinesAbove(IReadOnlyList<EntryLine> lines, IReadOnlyList<int> anchors)
    {
        if (anchors.Count < 2 || Label(lines[0]) is not { } label) return null;
        int[] starts = [.. Enumerable.Range(0, lines.Count).Where(i => Label(lines[i]) == label)];
        if (starts.Length != anchors.Count) return null;
        var above = anchors[0];
        for (var i = 0; i < starts.Length; i++)
        {
            if (anchors[i] - starts[i] != above || above < 0 || (i > 0 && starts[i] <= anchors[i - 1])) return null;
        }
        return above;
    }

    /// <summary>What may be the label that a line begins with, folded; null when there is none.</summary>
    private static string? Label(EntryLine line)
    {
        var text = line.Text.Text;
        var end = text.AsSpan().IndexOfAny(':', '\t');
        return end is > 1 and < LongestLabel ? Tokens.Phrase(text[..end]) : null;
    }
}
