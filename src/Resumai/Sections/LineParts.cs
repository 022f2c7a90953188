using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Sections;

/// <summary>Cuts a line where a heading ends or a column begins.</summary>
internal static class LineParts
{
    /// <summary>The words from <paramref name="start"/> on, as a line of their own at the same place; null when nothing is left.</summary>
    public static TextLine? Part(this TextLine line, int start, int end)
    {
        while (start < end && (char.IsWhiteSpace(line.Text[start]) || line.Text[start] is ':' or '|')) start++;
        while (end > start && char.IsWhiteSpace(line.Text[end - 1])) end--;
        if (start >= end) return null;
        var words = line.Words.Where(w => w.Start >= start && w.Start < end).Select(w => w with { Start = w.Start - start }).ToArray();
        return line with
        {
            Text = line.Text[start..end],
            Words = words,
            Box = words.Aggregate(Box.None, (box, w) => box.Union(w.Word.Box)),
            Links = [.. line.Links.Where(l => l.Start >= start && l.Start + l.Length <= end).Select(l => l with { Start = l.Start - start })],
            Bullet = start == 0 ? line.Bullet : null,
        };
    }
}
