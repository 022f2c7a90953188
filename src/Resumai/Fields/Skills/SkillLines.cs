using Resumai.Layout;

namespace Resumai.Fields.Skills;

/// <summary>Cuts the lines of a skills section into printed items: lists in a line, wrapped lists, one a line, groups with their names.</summary>
internal static class SkillLines
{
    /// <summary>What stands around an item and is not part of it: list marks, bars, dots and stars of a rating.</summary>
    public const string Marks = ",;·|•/–—-:*▪■□▫●○◦★☆✦✓✔►▸▶»›❖◆◇⬤◯█▇▆░▒▓▬_";

    /// <summary>More space above than this, in line heights, begins something new in a list of one item a line.</summary>
    private const double ItemGap = 0.15;

    private const int FewestWordsOfProse = 7, WordsOfClause = 3;

    public static IEnumerable<Passage> Items(IReadOnlyList<TextLine> lines) => Cut(lines).Select(i => i.Text);

    public static IEnumerable<ListItem> Cut(IReadOnlyList<TextLine> lines)
    {
        var groups = new SkillGroups(lines);
        var pending = Passage.Empty;
        var goesOn = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (groups.IsName(i))
            {
                foreach (var item in Split(pending, goesOn)) yield return item;
                (pending, goesOn) = (Passage.Empty, false);
                continue;
            }
            foreach (var span in groups.Content(lines[i]))
            {
                if (!pending.IsEmpty && GoesOn(pending, lines, i, span))
                {
                    pending = pending.Append(Passage.Of(span));
                    continue;
                }
                foreach (var item in Split(pending, goesOn)) yield return item;
                goesOn = !pending.IsEmpty && (lines[i].Bullet is null || span.Start > 0) && lines[i].GapAbove < 1;
                pending = Passage.Of(span);
            }
        }
        foreach (var item in Split(pending, goesOn)) yield return item;
    }

    /// <summary>True when text lists several items.</summary>
    public static bool IsList(string text) => Cuts(text).Any();

    /// <summary>A list that is wrapped, or one long item over two lines.</summary>
    private static bool GoesOn(Passage pending, IReadOnlyList<TextLine> lines, int at, TextSpan span)
    {
        var line = lines[at];
        if (line.Bullet is not null || span.Start > 0 && line.Text[..span.Start].Trim().Length > 0) return false;
        if (line.GapAbove > 0.6 || line.Paragraph is { } paragraph && at > 0 && lines[at - 1].Paragraph != paragraph) return false;
        if (IsList(pending.Text) || pending.Text[^1] is ',' or ';' or '·' or '|' or '•') return span.Text[0] is not ('•' or '▪');
        if (span.Text[0] is ',' or '·' or '|' or ')') return true;
        if (pending.Text.Count(c => c == '(') > pending.Text.Count(c => c == ')')) return true;
        if (char.IsUpper(pending.Text[0]) && char.IsLower(span.Text[0]) && line.GapAbove < ItemGap && pending.Text[^1] != '.' && pending.Text.AsSpan().Count(' ') + 1 >= WordsOfClause) return true;
        // One item a line: a wrapped one stands closer to the line it goes on than items stand to each other.
        var usual = lines.Skip(1).Select(l => l.GapAbove).Order().ElementAtOrDefault((lines.Count - 1) / 2);
        return usual > ItemGap * 2 && line.GapAbove < usual - ItemGap && char.IsLower(span.Text[0]);
    }

    /// <summary>A sentence over several lines lists nothing, whatever commas it has.</summary>
    private static bool IsProse(Passage list)
    {
        if (list.Spans.Count < 2 || list.Text is not [.., var last, '.'] || !char.IsLetter(last)) return false;
        var words = list.Text.AsSpan().Count(' ') + 1;
        return words >= FewestWordsOfProse && words >= WordsOfClause * (Cuts(list.Text).Count() + 1);
    }

    private static IEnumerable<ListItem> Split(Passage list, bool goesOn)
    {
        if (list.IsEmpty || IsProse(list)) yield break;
        var start = 0;
        foreach (var (at, length) in Cuts(list.Text))
        {
            yield return new ListItem(list.Slice(start, at - start), goesOn && start == 0);
            start = at + length;
        }
        yield return new ListItem(list.Slice(start, list.Text.Length - start), goesOn && start == 0);
    }

    /// <summary>"●●●○○": a row of marks rates the item before it, one mark alone separates two.</summary>
    private static bool IsRating(string text, int at)
    {
        const string Rating = "●○◦■□▪★☆•";
        return Rating.Contains(text[at]) && ((at > 0 && Rating.Contains(text[at - 1])) || (at + 1 < text.Length && Rating.Contains(text[at + 1])));
    }

    /// <summary>Separators outside brackets; "/" and "–" only with spaces around, so that "CI/CD" and "E-Commerce" stay whole.</summary>
    private static IEnumerable<(int At, int Length)> Cuts(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '(' or '[') depth++;
            else if (c is ')' or ']') depth = Math.Max(0, depth - 1);
            else if (depth == 0)
            {
                var spaced = i > 0 && i + 1 < text.Length && text[i - 1] == ' ' && text[i + 1] == ' ';
                var inNumber = c == ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);
                if (IsRating(text, i)) continue;
                if ((c is ',' or ';' or '|' or '•' or '·' or '●' or '▪' or '■' or '◦' or '✓' or '✔' or '\t' or '\n' && !inNumber) || (spaced && c is '/' or '–' or '—' && spaced)) yield return (i, 1);
            }
        }
    }
}
