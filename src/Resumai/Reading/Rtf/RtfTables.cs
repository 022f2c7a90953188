using System.Text;
using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

internal sealed record RtfFont(string Name, int? Charset, int? CodePage);

internal sealed record RtfStyle(string? Name, int? Outline, RtfCharacters Characters);

/// <summary>The tables of the header: fonts with their code pages, colours, styles.</summary>
internal sealed class RtfTables
{
    private readonly Dictionary<int, Encoding?> _encodings = [];

    public Dictionary<int, RtfFont> Fonts { get; } = [];
    /// <summary>0xRRGGBB, null for the colour of the window.</summary>
    public List<int?> Colors { get; } = [];
    public Dictionary<int, RtfStyle> Styles { get; } = [];
    public int DefaultFont { get; set; }
    public int CodePage { get; set; } = 1252;
    /// <summary>True when the program that wrote the file writes the mark of every list item it prints.</summary>
    public bool WritesListText { get; set; }

    public int? Color(int number) => number >= 0 && number < Colors.Count ? Colors[number] : null;

    /// <summary>What a shade by its number in the table paints; null when nothing.</summary>
    public Ground? Shade(int number) => number > 0 && Color(number) is { } color ? new Ground(color) : null;

    public string FontName(int number) => Fonts.TryGetValue(number, out var font) ? font.Name : "";

    /// <summary>The encoding of bytes set in a font; null for symbol fonts, whose bytes are no letters.</summary>
    public Encoding? Encoding(int font)
    {
        if (_encodings.TryGetValue(font, out var known)) return known;
        Fonts.TryGetValue(font, out var entry);
        return _encodings[font] = RtfCodePages.Encoding(entry, CodePage);
    }
}
