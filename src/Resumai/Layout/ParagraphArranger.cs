using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Arranges formats with structure instead of places (DOCX): paragraphs become lines, rows of data tables stay rows, columns and text boxes are read whole.</summary>
internal static class ParagraphArranger
{
    /// <summary>A column with less than this part of its neighbour's text is a sidebar.</summary>
    private const double SidebarText = 0.75;

    public static List<TextBlock> Arrange(Page page)
    {
        var main = page.Paragraphs.Where(p => p.Place is ParagraphPlace.Body).ToList();
        var roles = Roles(main, page.Paragraphs);
        var blocks = new List<TextBlock>();
        foreach (var flow in Flows(page.Paragraphs))
        {
            blocks.AddRange(Blocks(page.Number, flow, Role(flow[0], roles)));
        }
        return blocks;
    }

    /// <summary>
    /// Headers, then the body with columns of a table read whole where the table stands, then text boxes, notes and footers.
    /// </summary>
    private static IEnumerable<List<Paragraph>> Flows(IReadOnlyList<Paragraph> paragraphs)
    {
        foreach (var place in (ParagraphPlace[])[ParagraphPlace.Header, ParagraphPlace.Body, ParagraphPlace.TextBox, ParagraphPlace.Footnote, ParagraphPlace.Footer])
        {
            var here = paragraphs.Where(p => p.Place == place).ToList();
            var byFlow = here.ToLookup(p => p.Flow);
            var open = new List<Paragraph>();
            var seen = new HashSet<int> { 0 };
            foreach (var paragraph in here)
            {
                if (paragraph.Flow == 0)
                {
                    open.Add(paragraph);
                }
                else if (seen.Add(paragraph.Flow))
                {
                    if (open.Count > 0) yield return open;
                    open = [];
                    yield return [.. byFlow[paragraph.Flow]];
                }
            }
            if (open.Count > 0) yield return open;
        }
    }

    /// <summary>Which flows are sidebars: columns of a table that holds most of the text, beside a column with more of it; text boxes beside a longer body.</summary>
    private static Dictionary<int, BlockRole> Roles(List<Paragraph> body, IReadOnlyList<Paragraph> all)
    {
        var roles = new Dictionary<int, BlockRole>();
        var length = all.GroupBy(p => p.Flow).ToDictionary(g => g.Key, g => g.Sum(Length));
        var total = body.Sum(Length);
        var columns = body.Where(p => p.Flow > 0).Select(p => p.Flow).Distinct().ToList();
        var longest = columns.Count > 0 ? columns.MaxBy(f => length[f]) : 0;
        var inColumns = columns.Sum(f => length[f]);
        foreach (var flow in columns)
        {
            roles[flow] = inColumns * 2 > total && length[flow] < SidebarText * length[longest] ? BlockRole.Sidebar : BlockRole.Body;
        }
        if (inColumns * 2 > total) roles[0] = BlockRole.Banner;
        foreach (var box in all.Where(p => p.Place == ParagraphPlace.TextBox).Select(p => p.Flow).Distinct())
        {
            roles[box] = length[box] < SidebarText * total ? BlockRole.Sidebar : BlockRole.Body;
        }
        return roles;
    }

    private static BlockRole Role(Paragraph first, Dictionary<int, BlockRole> roles) => first.Place switch
    {
        ParagraphPlace.Header => BlockRole.Header,
        ParagraphPlace.Footer => BlockRole.Footer,
        _ => roles.GetValueOrDefault(first.Flow, BlockRole.Body),
    };

    private static int Length(Paragraph paragraph) => paragraph.Runs.Sum(r => r.Text.Length);

    private static IEnumerable<TextBlock> Blocks(int page, List<Paragraph> flow, BlockRole role)
    {
        var block = new List<TextLine>();
        foreach (var line in Lines(page, flow))
        {
            if (block.Count > 0 && line.GapAbove >= BlockBuilder.ParagraphGap)
            {
                yield return new TextBlock(role, page, flow[0].Flow, block);
                block = [];
            }
            block.Add(line);
        }
        if (block.Count > 0) yield return new TextBlock(role, page, flow[0].Flow, block);
    }

    private static IEnumerable<TextLine> Lines(int page, List<Paragraph> flow)
    {
        for (var i = 0; i < flow.Count;)
        {
            var end = i + 1;
            if (flow[i].Cell is not { } cell)
            {
                foreach (var line in ParagraphLines.Of(flow[i])) yield return Write(page, [line]);
            }
            else
            {
                while (end < flow.Count && flow[end].Cell is { } next && next.Table == cell.Table && next.Row == cell.Row) end++;
                var cells = flow[i..end].GroupBy(p => p.Cell).Select(g => (IReadOnlyList<ParagraphLine>)[.. g.SelectMany(ParagraphLines.Of)]).Where(c => c.Count > 0).ToList();
                foreach (var line in cells.Count == 0 ? [] : TableRows.Join(cells)) yield return Write(page, line);
            }
            i = end;
        }
    }

    private static TextLine Write(int page, IReadOnlyList<ParagraphLine> parts)
    {
        var text = new LineText();
        foreach (var (at, part) in parts.Index())
        {
            if (part.Bullet is not null) text.TakeBullet(part.Bullet);
            var separator = at > 0 && parts[at - 1].Paragraph.Cell == part.Paragraph.Cell ? ' ' : '\t';
            foreach (var (i, piece) in part.Pieces.Index()) text.Add(piece.Word, i == 0 ? separator : piece.Separator, piece.Url);
        }
        // The longest part says what the line is: a date beside it does not make it another paragraph.
        var paragraph = parts.MaxBy(p => p.Length)!.Paragraph;
        return new TextLine
        {
            Index = 0, Page = page, Text = text.Text, Words = text.Words, Font = text.Font, Bullet = text.Bullet, Links = text.Links(),
            GapAbove = parts.Any(p => p.First) ? Math.Round(paragraph.SpaceAbove / (text.Font.Size * 1.2), 2) : 0,
            Indent = Math.Round(paragraph.Indent, 1), Style = paragraph.Style, OutlineLevel = paragraph.OutlineLevel,
            Cell = paragraph.Cell, Paragraph = paragraph.Index,
        };
    }
}
