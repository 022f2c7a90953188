namespace Resumai.Layout;

/// <summary>
/// Takes "1." or "2)" in front of a line as its list mark where neighbouring numbers stand at the same indent: a number alone
/// may as well be the day of a date.
/// </summary>
internal static class NumberedItems
{
    private const double SameIndent = 2;

    public static List<TextLine> Mark(List<TextLine> lines)
    {
        var numbered = lines.Select((line, at) => (Line: line, At: at, Number: Number(line))).Where(n => n.Number is not null).ToList();
        foreach (var (line, at, number) in numbered)
        {
            if (numbered.Exists(n => Math.Abs(n.Number!.Value - number!.Value) == 1 && (n.At > at) == (n.Number > number)
                && Math.Abs(n.Line.Indent - line.Indent) < SameIndent))
            {
                lines[at] = WithoutMark(line);
            }
        }
        return lines;
    }

    private static int? Number(TextLine line) => line.Bullet is null && line.Words.Count > 1 ? ListMarks.Number(line.Words[0].Word.Text) : null;

    /// <summary>The line with its first word as its list mark.</summary>
    internal static TextLine WithoutMark(TextLine line)
    {
        var cut = line.Words[1].Start;
        return line with
        {
            Bullet = line.Words[0].Word.Text,
            Text = line.Text[cut..],
            Words = [.. line.Words.Skip(1).Select(w => w with { Start = w.Start - cut })],
            Links = [.. line.Links.Where(l => l.Start >= cut).Select(l => l with { Start = l.Start - cut })],
        };
    }
}
