using System.Globalization;
using Resumai.Reading.Structure;

namespace Resumai.Reading.Rtf;

/// <summary>A drawn shape (<c>\shp</c>, <c>\do</c>): where it stands, how text runs around it, what it is painted with.</summary>
internal sealed class RtfShape
{
    /// <summary>Points; a wider box reaches across the text rather than beside it.</summary>
    private const double Wide = 330;
    private const int TopAndBottom = 1;

    private int _left, _top, _right, _bottom, _wrap;
    private bool _byText = true;
    private bool _inLine;
    private bool? _filled;
    private int? _color;
    private bool _plain = true;

    public void Read(RtfToken token)
    {
        switch (token.Word)
        {
            case "shpleft" or "dpx": _left = token.Number; break;
            case "shptop" or "dpy": _top = token.Number; break;
            case "shpright": _right = token.Number; break;
            case "shpbottom": _bottom = token.Number; break;
            case "dpxsize": _right = _left + token.Number; break;
            case "dpysize": _bottom = _top + token.Number; break;
            case "shpwr": _wrap = token.Number; break;
            case "shpbypage" or "shpbymargin" or "dobypage" or "dobymargin": _byText = false; break;
        }
    }

    /// <summary>A property of the drawing ([MS-ODRAW] 2.3).</summary>
    public void Set(string name, string value)
    {
        var number = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed) ? parsed : (int?)null;
        switch (name)
        {
            case "fPseudoInline": _inLine = number == 1; break;
            case "fFilled": _filled = number != 0; break;
            case "fillType": _plain = number is 0 or null; break;
            // Stored as blue, green, red.
            case "fillColor" when number is { } bgr: _color = ((bgr & 0xFF) << 16) | (bgr & 0xFF00) | ((bgr >> 16) & 0xFF); break;
        }
    }

    /// <summary>What its text stands on, above what lies behind the shape.</summary>
    public Ground Ground(Ground behind) => _filled == false ? behind : _color is { } color && _plain && _filled == true ? new Ground(color) : Structure.Ground.Unknown;

    public BoxNode Around(IReadOnlyList<Node> content)
    {
        var bounds = new Box(_left / 20.0, _top / 20.0, _right / 20.0, _bottom / 20.0);
        var position = _inLine ? BoxPosition.InLine
            : _wrap != TopAndBottom && bounds.Width < Wide ? BoxPosition.Beside
            : _byText && bounds.Top > 0 ? BoxPosition.After : BoxPosition.Before;
        return new BoxNode(content, position, bounds);
    }
}
