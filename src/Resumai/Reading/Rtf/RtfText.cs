using System.Text;

namespace Resumai.Reading.Rtf;

/// <summary>Gathers bytes of text and decodes them together, as characters of some code pages take two.</summary>
internal sealed class RtfText(RtfTables tables)
{
    private readonly List<byte> _bytes = [];
    private int _font;

    public void Append(byte value, int font)
    {
        _font = font;
        _bytes.Add(value);
    }

    public string? Take()
    {
        if (_bytes.Count == 0) return null;
        // The letters of symbol fonts live in the private-use area, where other formats put them too.
        var text = tables.Encoding(_font) is { } encoding ? encoding.GetString([.. _bytes])
            : string.Concat(_bytes.Select(b => b < 0x21 ? (char)b : (char)(0xF000 + b)));
        _bytes.Clear();
        return text;
    }
}
