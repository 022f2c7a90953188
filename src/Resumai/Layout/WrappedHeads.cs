using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// A head too long for the room left of its date goes on on the next row: both rows are one line, and the date stays its last part.
/// </summary>
internal static class WrappedHeads
{
    /// <summary>In font sizes: the distance of rows of one head, and the room kept free before a date.</summary>
    private const double Leading = 1.6, Room = 1.3;
    /// <summary>Points: edges that are one.</summary>
    private const double SameEdge = 1.5;
    /// <summary>Where no word tells, its rows are so near one another, in font sizes, and what follows is so many times as far.</summary>
    private const double Apart = 1.12, Tight = 1.35;
    private const int MostRows = 3, ShortWord = 3;

    public static List<LineDraft> Join(List<LineDraft> lines)
    {
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Tail.Count > 0 || lines[i].Entry.Count < 2 || !DateShape.Fits(lines[i].Entry[^1].Words)) continue;
            var (head, date) = (lines[i].Entry.SkipLast(1).ToList(), lines[i].Entry[^1]);
            var rows = 1;
            while (rows < MostRows && i + rows < lines.Count && GoesOn(head, date, lines[i + rows], i + rows + 1 < lines.Count ? lines[i + rows + 1] : null)) head.AddRange(lines[i + rows++].Entry);
            if (rows == 1) continue;
            lines[i] = lines[i] with { Entry = head, Tail = [date], Last = lines[i + rows - 1].Row };
            lines.RemoveRange(i + 1, rows - 1);
        }
        return lines;
    }

    private static bool GoesOn(List<Segment> head, Segment date, LineDraft next, LineDraft? after)
    {
        if (next.Margin.Count > 0 || next.Tail.Count > 0 || next.Entry.Count != 1) return false;
        var (last, row) = (head[^1], next.Entry[0]);
        var distance = row.Baseline - last.Baseline;
        if (distance <= 0 || distance > Leading * row.Size || Math.Abs(row.Size - last.Size) > 0.3 || row.StartsWithMark || char.IsDigit(row.Words[0].Text[0])) return false;
        if (Math.Abs(row.Box.Left - head[0].Box.Left) > SameEdge || row.Box.Right > date.Box.Left) return false;
        if (last.Box.Right + row.Words[0].Box.Width < date.Box.Left - Room * row.Size) return false;
        if (AskForMore(last.Words[^1].Text, row.Words[0].Text)) return true;
        if (!IsSetAlike(last.Words[^1].Font, row.Words[0].Font) || distance > Tight * row.Size) return false;
        // What is set as the end of the head, though the head began otherwise, is its end.
        return !IsSetAlike(last.Words[^1].Font, head[0].Words[0].Font) || (after is not null && after.Row.Baseline - row.Baseline > Apart * distance);
    }

    /// <summary>True when the words around a break belong together: a comma or small word before it, a small letter behind it.</summary>
    private static bool AskForMore(string before, string behind) =>
        before[^1] is ',' or '-' or '‐' or '–' || char.IsLower(behind[0]) || (before.Length <= ShortWord && char.IsLower(before[0]));

    private static bool IsSetAlike(Font font, Font other) =>
        font.Name == other.Name && font.Bold == other.Bold && font.Italic == other.Italic && font.Color == other.Color;
}
