using System.Text;

namespace Resumai.Knowledge.Tables;

/// <summary>Lines "key TAB cell TAB cell …", sorted by the bytes of their keys and searched where they lie. Thread-safe.</summary>
internal sealed unsafe class SortedTable(byte* start, int length, int count)
{
    /// <summary>No key is longer than this many bytes.</summary>
    private const int LongestKey = 512;
    /// <summary>The halvings that all searches share: their lines are found once, and numbered as in a heap.</summary>
    private const int Shared = 1 << 8;

    /// <summary>Where those lines begin, plus 1: 0 is not known yet. Whichever thread finds one out first, it is the same.</summary>
    private readonly int[] _shared = new int[Shared];

    private ReadOnlySpan<byte> Lines => new(start, length);

    /// <summary>How many keys it has.</summary>
    public int Count => count;

    /// <summary>The cells of a key (<see cref="LookupKey"/>), null when it is not there.</summary>
    public string[]? Find(string key) => Find(key, out _);

    /// <summary>The cells of a key, null when it is not there.</summary>
    /// <param name="goesOn">True when a longer key begins with this one and a space.</param>
    public string[]? Find(string key, out bool goesOn)
    {
        goesOn = false;
        Span<byte> buffer = stackalloc byte[LongestKey];
        if (key.Length == 0 || !Encoding.UTF8.TryGetBytes(key, buffer, out var written)) return null;
        ReadOnlySpan<byte> sought = buffer[..written];
        var line = LowerBound(sought);
        string[]? cells = null;
        if (line < length && KeyAt(line).SequenceEqual(sought))
        {
            var end = EndOf(line);
            cells = Encoding.UTF8.GetString(Lines[(line + sought.Length + 1)..end]).Split('\t');
            line = end + 1;
        }
        goesOn = line < length && Lines[line..].StartsWith(sought) && Lines[line + sought.Length] == (byte)' ';
        return cells;
    }

    /// <summary>The whole table as text, for checks.</summary>
    public string AsText() => Encoding.UTF8.GetString(Lines);

    /// <summary>Where the first line begins whose key is not less than the one sought.</summary>
    private int LowerBound(ReadOnlySpan<byte> sought)
    {
        var (low, high, halving) = (0, length, 1);
        while (low < high)
        {
            var line = Middle(low, high, halving);
            var isLess = KeyAt(line).SequenceCompareTo(sought) < 0;
            if (isLess) low = EndOf(line) + 1;
            else high = line;
            halving = (halving * 2) + (isLess ? 1 : 0);
        }
        return low;
    }

    private int Middle(int low, int high, int halving)
    {
        if (halving >= Shared) return StartOf((low + high) / 2);
        if (_shared[halving] > 0) return _shared[halving] - 1;
        var line = StartOf((low + high) / 2);
        _shared[halving] = line + 1;
        return line;
    }

    private int StartOf(int at) => Lines[..at].LastIndexOf((byte)'\n') + 1;

    private int EndOf(int line) => line + Lines[line..].IndexOf((byte)'\n');

    private ReadOnlySpan<byte> KeyAt(int line) => Lines.Slice(line, Lines[line..].IndexOf((byte)'\t'));
}
