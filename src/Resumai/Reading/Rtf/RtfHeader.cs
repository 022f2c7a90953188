using System.Text;
using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

/// <summary>Fills the tables of the header as their entries come; each ends with a semicolon.</summary>
internal sealed class RtfHeader(RtfTables tables)
{
    private readonly StringBuilder _name = new();
    private int _number;
    private int? _charset, _codePage, _outline;
    private int _red, _green, _blue;
    private bool _colored, _paragraphStyle = true;
    private RtfCharacters _characters = RtfCharacters.Plain(0);
    private bool _sized;
    private int _base = -1;

    public void Control(RtfToken token, RtfDestination table)
    {
        _characters = _characters.After(token);
        switch (token.Word)
        {
            case "f" or "s" when table == RtfDestination.FontTable == (token.Word == "f"): (_number, _paragraphStyle) = (token.Number, true); break;
            case "fs": _sized = true; break;
            case "sbasedon": _base = token.Number; break;
            case "cs" or "ts" or "ds": _paragraphStyle = false; break;
            case "fcharset": _charset = token.Number; break;
            case "cpg": _codePage = token.Number; break;
            case "outlinelevel": _outline = token.Number is >= 0 and < 9 ? token.Number + 1 : null; break;
            case "red": (_red, _colored) = (token.Number & 0xFF, true); break;
            case "green": (_green, _colored) = (token.Number & 0xFF, true); break;
            case "blue": (_blue, _colored) = (token.Number & 0xFF, true); break;
        }
    }

    public void Text(string text, RtfDestination table)
    {
        foreach (var c in text)
        {
            if (c != ';') _name.Append(c);
            else Store(table);
        }
    }

    private void Store(RtfDestination table)
    {
        var name = _name.ToString().Trim();
        if (table == RtfDestination.ColorTable)
        {
            if (tables.Colors.Count < 10_000) tables.Colors.Add(_colored ? (_red << 16) | (_green << 8) | _blue : null);
        }
        else if (table == RtfDestination.FontTable)
        {
            tables.Fonts.TryAdd(_number, new RtfFont(name, _charset, _codePage));
        }
        else if (_paragraphStyle)
        {
            // Some programs leave out what a style has of the one it is based on.
            if (!_sized && tables.Styles.TryGetValue(_base, out var basis)) _characters = _characters with { Size = basis.Characters.Size };
            tables.Styles.TryAdd(_number, new RtfStyle(name.Length == 0 ? null : name, _outline ?? HeadingStyle.Level(name), _characters));
        }
        _name.Clear();
        (_characters, _sized, _base) = (RtfCharacters.Plain(0), false, -1);
        (_number, _charset, _codePage, _outline, _colored, _paragraphStyle) = (0, null, null, null, false, true);
        (_red, _green, _blue) = (0, 0, 0);
    }
}
