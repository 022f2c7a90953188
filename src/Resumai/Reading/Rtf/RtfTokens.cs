namespace Resumai.Reading.Rtf;

internal enum RtfTokenKind { End, Open, Close, Control, Symbol, Byte }

/// <param name="Word">Of a control word; of a control symbol its character.</param>
/// <param name="Value">The parameter of a control word, the byte of text.</param>
internal readonly record struct RtfToken(RtfTokenKind Kind, string Word, int? Value)
{
    public int Number => Value ?? 0;
    /// <summary>Of a switch: <c>\b</c> is on, <c>\b0</c> off.</summary>
    public bool IsOn => Value is not 0;
}

/// <summary>Cuts a file into the tokens of the Rich Text Format (specification 1.9.1, "RTF syntax").</summary>
internal sealed class RtfTokens(ReadOnlyMemory<byte> bytes)
{
    private const int LongestWord = 40;
    private int _at;

    public RtfToken Next()
    {
        var span = bytes.Span;
        while (_at < span.Length && span[_at] is (byte)'\r' or (byte)'\n' or 0) _at++;
        if (_at >= span.Length) return new RtfToken(RtfTokenKind.End, "", null);
        var b = span[_at++];
        return b switch
        {
            (byte)'{' => new RtfToken(RtfTokenKind.Open, "", null),
            (byte)'}' => new RtfToken(RtfTokenKind.Close, "", null),
            (byte)'\\' => Control(span),
            // A raw tab is a tab.
            (byte)'\t' => new RtfToken(RtfTokenKind.Control, "tab", null),
            _ => new RtfToken(RtfTokenKind.Byte, "", b),
        };
    }

    /// <summary>Leaves out so many bytes: binary data.</summary>
    public void Skip(int count) => _at = (int)Math.Min(bytes.Length, (long)_at + Math.Max(0, count));

    private RtfToken Control(ReadOnlySpan<byte> span)
    {
        if (_at >= span.Length) return new RtfToken(RtfTokenKind.End, "", null);
        if (!char.IsAsciiLetter((char)span[_at])) return Symbol(span);

        var start = _at;
        while (_at < span.Length && _at - start < LongestWord && char.IsAsciiLetter((char)span[_at])) _at++;
        var word = string.Create(_at - start, span[start.._at], static (text, source) =>
        {
            for (var i = 0; i < text.Length; i++) text[i] = (char)source[i];
        });
        var value = Number(span);
        if (_at < span.Length && span[_at] == ' ') _at++;
        return new RtfToken(RtfTokenKind.Control, word, value);
    }

    private int? Number(ReadOnlySpan<byte> span)
    {
        var digits = _at < span.Length && span[_at] == '-' ? _at + 1 : _at;
        var end = digits;
        long value = 0;
        while (end < span.Length && end - digits < 10 && char.IsAsciiDigit((char)span[end])) value = (value * 10) + (span[end++] - '0');
        if (end == digits) return null;
        value = span[_at] == '-' ? -value : value;
        _at = end;
        return (int)Math.Clamp(value, int.MinValue, int.MaxValue);
    }

    private RtfToken Symbol(ReadOnlySpan<byte> span)
    {
        var symbol = (char)span[_at++];
        if (symbol is '\r' or '\n') return new RtfToken(RtfTokenKind.Control, "par", null);
        if (symbol == '\t') return new RtfToken(RtfTokenKind.Control, "tab", null);
        if (symbol != '\'') return new RtfToken(RtfTokenKind.Symbol, symbol.ToString(), null);
        if (_at + 2 > span.Length || !char.IsAsciiHexDigit((char)span[_at]) || !char.IsAsciiHexDigit((char)span[_at + 1])) return new RtfToken(RtfTokenKind.Symbol, "'", null);
        var value = (Convert.FromHexString(System.Text.Encoding.ASCII.GetString(span.Slice(_at, 2))))[0];
        _at += 2;
        return new RtfToken(RtfTokenKind.Byte, "", value);
    }
}
