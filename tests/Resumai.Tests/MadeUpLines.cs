using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Tests;

/// <summary>Writes arranged documents by hand: one call a line, boxes as a page would have them.</summary>
internal sealed class MadeUpLines
{
    public const double LetterWidth = 0.5;
    private const double ColumnWidth = 500;
    private readonly List<(BlockRole Role, TextLine Line)> _lines = [];
    private double _top = 40;

    /// <param name="text">Segments are set apart by tabs.</param>
    /// <param name="gap">Space above in line heights.</param>
    public MadeUpLines Line(
        string text, bool bold = false, double size = 10, double gap = 0, double indent = 0, string? bullet = null,
        BlockRole role = BlockRole.Body, bool italic = false, int page = 1)
    {
        var font = new Font("Sans", size, bold, italic, 0);
        _top += size * (1.2 + gap);
        var left = 50 + indent;
        var words = new List<PlacedWord>();
        var at = 0;
        foreach (var segment in text.Split('\t'))
        {
            foreach (var word in segment.Split(' '))
            {
                var width = word.Length * size * LetterWidth;
                if (word.Length > 0) words.Add(new PlacedWord(new Word(word, new Box(left, _top, left + width, _top + size), font), at));
                left += width + size * 0.25;
                at += word.Length + 1;
            }
            left += 60;
        }
        _lines.Add((role, new TextLine
        {
            Index = _lines.Count, Page = page, Text = text, Words = words, Font = font, Bullet = bullet, GapAbove = gap, Indent = indent,
            Box = words.Aggregate(Box.None, (box, w) => box.Union(w.Word.Box)),
        }));
        return this;
    }

    public MadeUpLines Bullet(string text) => Line(text, bullet: "•", indent: 12);

    public IReadOnlyList<TextLine> Lines => [.. _lines.Select(l => l.Line)];

    /// <summary>Neighbouring lines of one role make a block.</summary>
    public ArrangedDocument Document()
    {
        var blocks = new List<TextBlock>();
        foreach (var (role, line) in _lines)
        {
            if (blocks.Count > 0 && blocks[^1].Role == role && blocks[^1].Page == line.Page) blocks[^1] = blocks[^1] with { Lines = [.. blocks[^1].Lines, line] };
            else blocks.Add(new TextBlock(role, line.Page, 0, [line]));
        }
        var page = new Page { Number = 1, Width = ColumnWidth + 100, Height = 842 };
        return new ArrangedDocument(blocks, new SourceDocument { Format = Resumai.Reading.DocumentFormat.Pdf, Pages = [page], PageCount = 1 });
    }
}
