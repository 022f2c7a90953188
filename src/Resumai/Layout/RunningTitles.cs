using System.Text;
using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// Finds page headers and footers: lines that stand at the same height of the margin on several pages, digits aside, and page
/// numbers. They would break the text that flows over the page, so they become blocks of their own.
/// </summary>
internal static class RunningTitles
{
    /// <summary>Parts of the page's height where running titles stand.</summary>
    private const double TopZone = 0.12, BottomZone = 0.89;
    /// <summary>Points by which the same title may stand higher or lower.</summary>
    private const double SameHeight = 8;

    public static List<TextBlock> Part(IReadOnlyList<TextBlock> blocks, IReadOnlyList<Page> pages)
    {
        var heights = pages.ToDictionary(p => p.Number, p => p.Height);
        var margin = blocks.SelectMany(b => b.Lines).Where(l => Zone(l, heights) is not null).ToList();
        var running = margin.Where(l => IsPageNumber(l.Text) || (margin.Exists(o => Repeats(l, o)) && !IsTitle(l, blocks))).ToHashSet(ReferenceEqualityComparer.Instance);
        if (running.Count == 0) return [.. blocks];

        var result = new List<TextBlock>();
        foreach (var block in blocks)
        {
            var kept = block.Lines.Where(l => !running.Contains(l)).ToList();
            if (kept.Count == block.Lines.Count)
            {
                result.Add(block);
                continue;
            }
            if (kept.Count > 0) result.Add(block with { Lines = kept });
            foreach (var line in block.Lines.Where(running.Contains))
            {
                result.Add(new TextBlock(Zone(line, heights)!.Value, block.Page, block.Column, [line]));
            }
        }
        return result;
    }

    private static BlockRole? Zone(TextLine line, Dictionary<int, double> heights)
    {
        var place = heights[line.Page] > 0 ? line.Box.CenterY / heights[line.Page] : 0.5;
        return place < TopZone ? BlockRole.Header : place > BottomZone ? BlockRole.Footer : null;
    }

    private static bool Repeats(TextLine line, TextLine other) =>
        line.Page != other.Page && Math.Abs(line.Box.Top - other.Box.Top) < SameHeight
        && (line.Text == other.Text || (WithoutDigits(line.Text) is { Length: > 2 } text && text == WithoutDigits(other.Text)));

    /// <summary>The head of the first page is the document's own, also where later pages repeat it: it keeps its place.</summary>
    private static bool IsTitle(TextLine line, IReadOnlyList<TextBlock> blocks) =>
        line.Page == blocks[0].Page && line.Font.Size > Median(blocks) + 0.5;

    private static double Median(IReadOnlyList<TextBlock> blocks)
    {
        var sizes = blocks.SelectMany(b => b.Lines).Select(l => l.Font.Size).Order().ToArray();
        return sizes[sizes.Length / 2];
    }

    private static string WithoutDigits(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsDigit(c) && !char.IsWhiteSpace(c)) result.Append(char.ToLowerInvariant(c));
        }
        return result.ToString();
    }

    /// <summary>"2", "- 2 -", "2/3", "2 | 3": at most two numbers of at most two digits and nothing but separators.</summary>
    private static bool IsPageNumber(string text)
    {
        var (numbers, digits) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (digits == 0) numbers++;
                if (++digits > 2) return false;
            }
            else if (char.IsWhiteSpace(c) || c is '-' or '–' or '—' or '/' or '|' or '·' or '[' or ']')
            {
                digits = 0;
            }
            else
            {
                return false;
            }
        }
        return numbers is 1 or 2;
    }
}
