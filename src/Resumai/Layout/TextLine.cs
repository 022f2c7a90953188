using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// One line as a person reads it. <see cref="Text"/> joins the words by single spaces and segments (parts set apart by a
/// wide gap or a tab: a date at the right edge, a label in the margin) by a tab character.
/// </summary>
public sealed record TextLine
{
    /// <summary>Position in the reading order of the whole document, from 0.</summary>
    public required int Index { get; init; }
    /// <summary>From 1.</summary>
    public required int Page { get; init; }
    public required string Text { get; init; }
    /// <summary>The words with the offset of each in <see cref="Text"/>.</summary>
    public required IReadOnlyList<PlacedWord> Words { get; init; }
    /// <summary>Union of the words' boxes; <see cref="Box.None"/> in formats without pages.</summary>
    public Box Box { get; init; }
    /// <summary>The font of most characters.</summary>
    public Font Font { get; init; } = Font.Unknown;
    /// <summary>The list mark in front of the text ("•", "–", "1."), which is not part of <see cref="Text"/>; null when none.</summary>
    public string? Bullet { get; init; }
    /// <summary>Space above it in the same column beyond the column's usual leading, in line heights: 0 is the next line of a paragraph, 1 an empty line. 0 for the first of a column.</summary>
    public double GapAbove { get; init; }
    /// <summary>Left indent in points against the left edge of its column.</summary>
    public double Indent { get; init; }
    /// <summary>Named paragraph style of the source ("heading 1"), null when none.</summary>
    public string? Style { get; init; }
    /// <summary>Outline level 1–9 by the source's style, null when none.</summary>
    public int? OutlineLevel { get; init; }
    /// <summary>Cell of a data table it stands in, null when none.</summary>
    public TableCell? Cell { get; init; }
    /// <summary>Index of the source paragraph in formats without pages: the evidence there.</summary>
    public int? Paragraph { get; init; }
    public IReadOnlyList<LineLink> Links { get; init; } = [];

    /// <summary>Lines are looked up often, and no two of a document have one place: all else need not be hashed.</summary>
    public override int GetHashCode() => Index;

    /// <summary>The segments of <see cref="Text"/> with their offsets.</summary>
    public IEnumerable<TextSpan> Segments()
    {
        var start = 0;
        for (var i = 0; i <= Text.Length; i++)
        {
            if (i < Text.Length && Text[i] != '\t') continue;
            if (i > start) yield return new TextSpan(this, start, i - start);
            start = i + 1;
        }
    }

    /// <summary>The whole line as a span.</summary>
    public TextSpan Whole => new(this, 0, Text.Length);
}

/// <summary>A word and where it starts in its line's text.</summary>
public readonly record struct PlacedWord(Word Word, int Start);

/// <summary>A hyperlink over part of a line's text.</summary>
public readonly record struct LineLink(string Url, int Start, int Length);
