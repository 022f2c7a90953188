using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

/// <summary>The format of characters; fonts and colours by their number in the tables.</summary>
internal readonly record struct RtfCharacters(int Font, double Size, bool Bold, bool Italic, bool Hidden, bool Deleted, int Color, int? Shade)
{
    /// <summary>What <c>\plain</c> sets: 12 points, the colour of the window.</summary>
    public static RtfCharacters Plain(int font) => new(font, 12, false, false, false, false, 0, null);

    /// <summary>The format after a control word, itself when the word says nothing about characters.</summary>
    public RtfCharacters After(RtfToken token) => token.Word switch
    {
        "f" => this with { Font = token.Number },
        "fs" => this with { Size = token.Number > 0 ? token.Number / 2.0 : 12 },
        "b" => this with { Bold = token.IsOn },
        "i" => this with { Italic = token.IsOn },
        "v" => this with { Hidden = token.IsOn },
        "deleted" => this with { Deleted = token.IsOn },
        "cf" => this with { Color = token.Number },
        "highlight" or "chcbpat" or "cb" => this with { Shade = token.Number > 0 ? token.Number : null },
        _ => this,
    };
}

/// <summary>The format of a paragraph; lengths in points.</summary>
internal readonly record struct RtfParagraph
{
    public int Style { get; init; }
    public bool InTable { get; init; }
    /// <summary>Depth of nested tables where <see cref="InTable"/>; 0 when not said.</summary>
    public int Depth { get; init; }
    public int? Outline { get; init; }
    public int? List { get; init; }
    public int ListLevel { get; init; }
    public double Above { get; init; }
    public double Below { get; init; }
    public double Left { get; init; }
    public int Shade { get; init; }
    public Frame? Frame { get; init; }

    /// <summary>0 outside tables.</summary>
    public int TableDepth => InTable ? Math.Clamp(Depth, 1, 20) : 0;

    /// <summary>The format after a control word, itself when the word says nothing about paragraphs.</summary>
    public RtfParagraph After(RtfToken token) => token.Word switch
    {
        "pard" => default,
        "s" => this with { Style = token.Number },
        "intbl" => this with { InTable = true },
        "itap" => this with { Depth = token.Number, InTable = token.Number > 0 },
        "outlinelevel" => this with { Outline = token.Number is >= 0 and < 9 ? token.Number + 1 : null },
        "ls" => this with { List = token.Number },
        "ilvl" => this with { ListLevel = Math.Clamp(token.Number, 0, 8) },
        "sb" => this with { Above = Math.Max(0, token.Number / 20.0) },
        "sa" => this with { Below = Math.Max(0, token.Number / 20.0) },
        "li" or "lin" => this with { Left = token.Number / 20.0 },
        "cbpat" => this with { Shade = token.Number },
        "absw" => this with { Frame = Framed with { Width = token.Number / 20.0 } },
        "posx" or "posnegx" => this with { Frame = Framed with { X = token.Number / 20.0 } },
        "posy" or "posnegy" => this with { Frame = Framed with { Y = token.Number / 20.0 } },
        "nowrap" => this with { Frame = Framed with { Across = true } },
        "dropcapli" => this with { Frame = Framed with { DropCapital = true } },
        _ => this,
    };

    /// <summary>The paragraph without its text.</summary>
    public ParagraphNode Node(RtfTables tables, string? listMark)
    {
        tables.Styles.TryGetValue(Style, out var style);
        var mark = listMark ?? (List is > 0 && !tables.WritesListText ? "•" : null);
        return new ParagraphNode
        {
            Style = Style == 0 ? null : style?.Name, OutlineLevel = Outline ?? style?.Outline,
            ListLevel = mark is null ? null : ListLevel, ListMark = mark, SpaceAbove = Above, SpaceBelow = Below, Indent = Left,
        };
    }

    private Frame Framed => Frame ?? default(Frame);
}
