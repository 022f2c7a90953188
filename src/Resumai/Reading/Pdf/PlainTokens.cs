using System.Text;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>
/// The tokens of plain content (ISO 32000-1, 7.2 and 7.3), each with the value that PdfPig's scanner gives it;
/// <see cref="IsStrange"/> from the first on that is not plain.
/// </summary>
internal ref partial struct PlainTokens
{
    private const int DeepestDictionary = 4, LongestShortName = 7, MostDecimals = 18;
    /// <summary>Whole numbers up to this, as between letters, are not made anew.</summary>
    private const int LargestKnown = 512;
    private static readonly NumericToken[] Known = [.. Enumerable.Range(-LargestKnown, (2 * LargestKnown) + 1).Select(n => n == 0 ? NumericToken.Zero : new NumericToken(n))];
    private static readonly double[] PowersOfTen = [.. Enumerable.Range(0, MostDecimals + 1).Select(n => Math.Pow(10.0, n))];

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly Dictionary<ulong, NameToken> _names = [];
    private byte[] _text = new byte[256];
    private int _at, _length;

    public PlainTokens(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public bool IsStrange { get; private set; }

    public readonly bool BeginsOperator => IsRegular(_bytes[_at]) && !BeginsNumber(_bytes[_at]);

    /// <summary>False at the end.</summary>
    public bool SkipSpace()
    {
        while (_at < _bytes.Length && IsSpace(_bytes[_at])) _at++;
        return _at < _bytes.Length;
    }

    /// <summary>Regular characters up to a delimiter or space.</summary>
    public ReadOnlySpan<byte> Word()
    {
        var start = _at;
        while (_at < _bytes.Length && IsRegular(_bytes[_at])) _at++;
        IsStrange |= !IsAtEndOfToken;
        return _bytes[start.._at];
    }

    public static OperatorToken Operator(ReadOnlySpan<byte> name)
    {
        Span<char> letters = stackalloc char[name.Length];
        for (var i = 0; i < letters.Length; i++) letters[i] = (char)name[i];
        return OperatorToken.Create(letters);
    }

    /// <summary>An operand; null where it is not plain. Strings that may be shown have bytes and no text.</summary>
    public IToken? Token() => _bytes[_at] switch
    {
        (byte)'(' => String() ? Shown() : Strange(),
        (byte)'<' => Follows('<') ? Dictionary(0) : Hex() ? Shown() : Strange(),
        (byte)'[' => Array(),
        (byte)'/' => Name(),
        var first => BeginsNumber(first) ? Number() : Strange(),
    };

    private ArrayToken? Array()
    {
        _at++;
        var items = new List<IToken>();
        while (SkipSpace())
        {
            if (_bytes[_at] == ']')
            {
                _at++;
                return new ArrayToken(items);
            }
            if (_bytes[_at] == '[' || Follows('<') || Token() is not { } item) break;
            items.Add(item);
        }
        IsStrange = true;
        return null;
    }

    private DictionaryToken? Dictionary(int depth)
    {
        _at += 2;
        var entries = new Dictionary<NameToken, IToken>();
        while (SkipSpace())
        {
            if (_bytes[_at] == '>' && Follows('>'))
            {
                _at += 2;
                return new DictionaryToken(entries);
            }
            if (_bytes[_at] != '/' || Name() is not { } key || !SkipSpace() || Value(depth) is not { } value) break;
            entries[key] = value;
        }
        IsStrange = true;
        return null;
    }

    private IToken? Value(int depth) => _bytes[_at] switch
    {
        (byte)'(' => String() ? Text() : null,
        (byte)'<' when Follows('<') => depth < DeepestDictionary ? Dictionary(depth + 1) : null,
        (byte)'<' => Hex() ? HexText() : null,
        (byte)'[' => Array() is { } array && !array.Data.Any(item => item is StringToken) ? array : null,
        (byte)'/' => Name(),
        var first => BeginsNumber(first) ? Number() : null,
    };

    private NameToken? Name()
    {
        var start = ++_at;
        var key = 0UL;
        while (_at < _bytes.Length && IsRegular(_bytes[_at]) && _bytes[_at] != '#') key = (key << 8) | _bytes[_at++];
        if (!IsAtEndOfToken) IsStrange = true;
        if (IsStrange) return null;
        var name = _bytes[start.._at];
        if (name.Length > LongestShortName) return NameToken.Create(Encoding.ASCII.GetString(name));
        if (!_names.TryGetValue(key, out var known)) _names[key] = known = NameToken.Create(Encoding.ASCII.GetString(name));
        return known;
    }

    private NumericToken? Number()
    {
        var negative = _bytes[_at] == '-';
        if (_bytes[_at] is (byte)'-' or (byte)'+') _at++;
        var start = _at;
        var value = 0.0;
        while (_at < _bytes.Length && char.IsAsciiDigit((char)_bytes[_at])) value = (value * 10.0) + (_bytes[_at++] - '0');
        var digits = _at - start;
        var decimals = 0;
        if (_at < _bytes.Length && _bytes[_at] == '.')
        {
            var fraction = 0L;
            for (_at++; _at < _bytes.Length && char.IsAsciiDigit((char)_bytes[_at]) && decimals <= MostDecimals; decimals++) fraction = (fraction * 10) + (_bytes[_at++] - '0');
            if (decimals is > 0 and <= MostDecimals) value += fraction / PowersOfTen[decimals];
        }
        if (!IsAtEndOfToken || digits + decimals == 0 || decimals > MostDecimals)
        {
            IsStrange = true;
            return null;
        }
        if (negative) value = -value;
        return decimals == 0 && Math.Abs(value) <= LargestKnown ? Known[(int)value + LargestKnown] : value == 0 ? NumericToken.Zero : new NumericToken(value);
    }

    private IToken? Strange()
    {
        IsStrange = true;
        return null;
    }

    private readonly bool Follows(char next) => _at + 1 < _bytes.Length && _bytes[_at + 1] == next;

    private readonly bool IsAtEndOfToken => _at == _bytes.Length || IsSpace(_bytes[_at]) || _bytes[_at] is (byte)'/' or (byte)'(' or (byte)'<' or (byte)'[' or (byte)']' or (byte)'>';

    private static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsRegular(byte b) => b is > 32 and < 127 and not ((byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');

    private static bool BeginsNumber(byte b) => b is >= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'+' or (byte)'.';
}
