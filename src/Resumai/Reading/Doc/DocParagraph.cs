using Resumai.Reading.Structure;

namespace Resumai.Reading.Doc;

/// <summary>The format of a paragraph ([MS-DOC] 2.6.2); lengths in points.</summary>
internal readonly record struct DocParagraph
{
    public int Style { get; init; }
    public bool InTable { get; init; }
    public int Depth { get; init; }
    /// <summary>True for the mark that ends a row of an outermost table, of one inside another.</summary>
    public bool EndsRow { get; init; }
    public bool EndsInnerRow { get; init; }
    public bool EndsInnerCell { get; init; }
    public int? Outline { get; init; }
    /// <summary>Number of its list from 1, 0 when none.</summary>
    public int List { get; init; }
    public int ListLevel { get; init; }
    public double Above { get; init; }
    public double Below { get; init; }
    public double? Left { get; init; }
    public Ground? Shade { get; init; }
    public Frame? Frame { get; init; }

    public int TableDepth => InTable ? Math.Clamp(Depth, 1, 20) : 0;

    public DocParagraph With(DocBytes modifiers)
    {
        var result = this;
        foreach (var sprm in Sprms.Of(modifiers))
        {
            result = sprm.Code switch
            {
                0x2416 => result with { InTable = sprm.Byte != 0 },
                0x2417 => result with { EndsRow = sprm.Byte != 0 },
                0x6649 => result with { Depth = sprm.Int32, InTable = result.InTable || sprm.Int32 > 0 },
                0x664A => result with { Depth = result.Depth + sprm.Int32 },
                0x244B => result with { EndsInnerCell = sprm.Byte != 0 },
                0x244C => result with { EndsInnerRow = sprm.Byte != 0 },
                0x2640 => result with { Outline = sprm.Byte < 9 ? sprm.Byte + 1 : null },
                0x460B => result with { List = sprm.Int16 },
                0x260A => result with { ListLevel = Math.Min(sprm.Byte, 8) },
                0xA413 => result with { Above = sprm.UInt16 / 20.0 },
                0xA414 => result with { Below = sprm.UInt16 / 20.0 },
                0x840F or 0x845E => result with { Left = sprm.Int16 / 20.0 },
                0x442D => result with { Shade = DocColors.ShortShade(sprm.UInt16) },
                0xC64D => result with { Shade = DocColors.Shade(sprm.Operand) },
                0x8418 => result with { Frame = result.Framed with { X = sprm.Int16 / 20.0 } },
                0x8419 => result with { Frame = result.Framed with { Y = sprm.Int16 / 20.0 } },
                0x841A => result with { Frame = result.Framed with { Width = sprm.Int16 / 20.0 } },
                0x2423 => result with { Frame = result.Framed with { Across = sprm.Byte == 1 } },
                0x442C => result with { Frame = result.Framed with { DropCapital = (sprm.UInt16 & 7) != 0 } },
                _ => result,
            };
        }
        return result;
    }

    private Frame Framed => Frame ?? default(Frame);
}
