using Resumai.Reading.Structure;

namespace Resumai.Reading.Doc;

/// <summary>The format of characters ([MS-DOC] 2.6.1).</summary>
internal readonly record struct DocCharacters
{
    public int Font { get; init; }
    /// <summary>Points.</summary>
    public double Size { get; init; }
    public bool Bold { get; init; }
    public bool Italic { get; init; }
    public bool Hidden { get; init; }
    public bool Deleted { get; init; }
    public int? Color { get; init; }
    public Ground? Shade { get; init; }
    /// <summary>True when the character is a mark for something else: a field, a note, a drawing.</summary>
    public bool Special { get; init; }
    /// <summary>A character of a symbol font that stands in its place.</summary>
    public char? Symbol { get; init; }

    public static DocCharacters Default { get; } = new() { Size = 10 };

    /// <summary>The format with modifiers over it; "as the style" and "not as the style" are said against <paramref name="style"/>.</summary>
    public DocCharacters With(DocBytes modifiers, DocCharacters style, DocStyles? styles)
    {
        var result = this;
        foreach (var sprm in Sprms.Of(modifiers))
        {
            result = sprm.Code switch
            {
                0x4A30 when styles is not null => result.Over(styles, sprm.UInt16, ref style),
                0x0835 => result with { Bold = Toggle(sprm.Byte, style.Bold) },
                0x0836 => result with { Italic = Toggle(sprm.Byte, style.Italic) },
                0x083C => result with { Hidden = Toggle(sprm.Byte, style.Hidden) },
                0x0800 => result with { Deleted = sprm.Byte != 0 },
                0x4A43 => result with { Size = sprm.UInt16 / 2.0 },
                0x4A4F => result with { Font = sprm.UInt16 },
                0x2A42 => result with { Color = DocColors.OfIndex(sprm.Byte) },
                0x6870 => result with { Color = DocColors.OfReference(sprm.Int32) },
                0x2A0C => result with { Shade = sprm.Byte == 0 ? null : Ground.Unknown },
                0x4866 => result with { Shade = DocColors.ShortShade(sprm.UInt16) },
                0xCA71 => result with { Shade = DocColors.Shade(sprm.Operand) },
                0x0855 => result with { Special = sprm.Byte != 0 },
                0x6A09 => result with { Special = true, Font = sprm.UInt16, Symbol = (char)sprm.Operand.UInt16(2) },
                _ => result,
            };
        }
        return result;
    }

    private DocCharacters Over(DocStyles styles, int number, ref DocCharacters style)
    {
        style = styles.OverCharacters(number, style);
        return styles.OverCharacters(number, this);
    }

    private static bool Toggle(int value, bool style) => value switch { 0 => false, 128 => style, 129 => !style, _ => true };
}
