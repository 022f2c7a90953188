using System.Text;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>Strings of plain content.</summary>
internal ref partial struct PlainTokens
{
    private readonly ReadOnlySpan<byte> Bytes => _text.AsSpan(0, _length);

    private readonly StringToken Shown() => new("", StringToken.Encoding.Iso88591, Bytes.ToArray());

    private readonly StringToken Text() => Bytes switch
    {
        [0xFE, 0xFF, ..] => new StringToken(Encoding.BigEndianUnicode.GetString(Bytes)[1..], StringToken.Encoding.Utf16BE, Bytes.ToArray()),
        [0xFF, 0xFE, ..] => new StringToken(Encoding.Unicode.GetString(Bytes)[1..], StringToken.Encoding.Utf16, Bytes.ToArray()),
        _ => new StringToken(Encoding.Latin1.GetString(Bytes)),
    };

    private readonly HexToken HexText() => new(Convert.ToHexString(Bytes).AsSpan());

    private void Put(byte value)
    {
        if (_length == _text.Length) System.Array.Resize(ref _text, 2 * _length);
        _text[_length++] = value;
    }

    /// <summary>Reads digits up to the bracket; false where there is anything else.</summary>
    private bool Hex()
    {
        _length = 0;
        var (high, digits) = (0, 0);
        for (_at++; _at < _bytes.Length; _at++)
        {
            var b = _bytes[_at];
            if (char.IsAsciiHexDigit((char)b))
            {
                var digit = b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10;
                if (digits++ % 2 == 0) high = digit << 4;
                else Put((byte)(high | digit));
            }
            else if (b == '>')
            {
                _at++;
                if (digits % 2 == 1) Put((byte)high);
                return digits > 0;
            }
            else if (!IsSpace(b))
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>Reads up to the closing parenthesis; false where it is missing or PdfPig would guess at it.</summary>
    private bool String()
    {
        _length = 0;
        var depth = 1;
        for (_at++; _at < _bytes.Length;)
        {
            var b = _bytes[_at++];
            if (b == '\\')
            {
                if (!Escaped()) return false;
                continue;
            }
            if (b == '(') depth++;
            else if (b == ')' && --depth == 0) return true;
            if (b == ')' && IsGuessedAt) return false;
            Put(b);
        }
        return false;
    }

    /// <summary>A return behind a parenthesis may be taken for the end of a string that was not closed.</summary>
    private readonly bool IsGuessedAt => _at < _bytes.Length && _bytes[_at] == '\r';

    private bool Escaped()
    {
        if (_at == _bytes.Length) return false;
        var b = _bytes[_at++];
        switch (b)
        {
            case (byte)'n': Put((byte)'\n'); break;
            case (byte)'r': Put((byte)'\r'); break;
            case (byte)'t': Put((byte)'\t'); break;
            case (byte)'b': Put((byte)'\b'); break;
            case (byte)'f': Put((byte)'\f'); break;
            case (byte)'\r' or (byte)'\n':
                // The line goes on; PdfPig takes all ends of lines that follow.
                while (_at < _bytes.Length && _bytes[_at] is (byte)'\r' or (byte)'\n') _at++;
                break;
            case >= (byte)'0' and <= (byte)'7':
                var code = b - '0';
                for (var i = 0; i < 2 && _at < _bytes.Length && _bytes[_at] is >= (byte)'0' and <= (byte)'7'; i++) code = (code * 8) + (_bytes[_at++] - '0');
                if (code > 255) return false;
                Put((byte)code);
                break;
            default:
                if (b is (byte)')' && IsGuessedAt) return false;
                Put(b);
                break;
        }
        return true;
    }
}
