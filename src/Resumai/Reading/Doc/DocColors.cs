using Resumai.Reading.Structure;

namespace Resumai.Reading.Doc;

/// <summary>Colours and shadings as property modifiers write them.</summary>
internal static class DocColors
{
    private static readonly int?[] Palette =
    [
        null, 0x000000, 0x0000FF, 0x00FFFF, 0x00FF00, 0xFF00FF, 0xFF0000, 0xFFFF00, 0xFFFFFF,
        0x000080, 0x008080, 0x008000, 0x800080, 0x800000, 0x808000, 0x808080, 0xC0C0C0,
    ];

    /// <summary>By number (Ico, 2.9.119); null is the colour of the window.</summary>
    public static int? OfIndex(int index) => index < Palette.Length ? Palette[index] : null;

    /// <summary>By red, green, blue and a byte that says "automatic" (COLORREF, 2.9.43).</summary>
    public static int? OfReference(int value) => (value & unchecked((int)0xFF000000)) != 0 ? null
        : ((value & 0xFF) << 16) | (value & 0xFF00) | ((value >> 16) & 0xFF);

    /// <summary>What a shading paints (Shd, 2.9.245): its ground when clear, its ink when solid, else a pattern.</summary>
    public static Ground? Shade(DocBytes shading) => Paint(shading.UInt16(8), OfReference(shading.Int32(0)), OfReference(shading.Int32(4)));

    /// <summary>The same in two bytes (Shd80, 2.9.246).</summary>
    public static Ground? ShortShade(int shading) => shading == 0xFFFF ? null : Paint(shading >> 10, OfIndex(shading & 31), OfIndex((shading >> 5) & 31));

    private static Ground? Paint(int pattern, int? ink, int? ground) => pattern switch
    {
        0 => ground is null ? null : new Ground(ground),
        1 => new Ground(ink ?? 0),
        0xFFFF => null,
        _ => Ground.Unknown,
    };
}
