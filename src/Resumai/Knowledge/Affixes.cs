namespace Resumai.Knowledge;

/// <summary>Beginnings or endings of compounds. Most words are told to have none by four letters alone.</summary>
internal sealed class Affixes(bool fromEnd)
{
    /// <summary>Shorter endings match whole words only: "*bud" must not find "Jakobud".</summary>
    private const int Shortest = 4, Longest = 24;
    /// <summary>Spreads letters over the places (Fibonacci hashing: Knuth, 1973): 2⁶⁴ over the golden ratio.</summary>
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    private readonly HashSet<string> _affixes = [];
    /// <summary>Four letters each, found by their hash or in the next free place behind it; 0 is free.</summary>
    private ulong[] _letters = new ulong[8];
    private int _count;

    /// <summary>Does nothing for one that is too short to tell.</summary>
    public void Add(string affix)
    {
        if (affix.Length < Shortest || !_affixes.Add(affix) || Knows(Letters(affix))) return;
        if (++_count * 2 > _letters.Length) Grow();
        _letters[Place(Letters(affix))] = Letters(affix);
    }

    /// <summary>False when the word has none of them for sure.</summary>
    public bool MayBeIn(string word) => word.Length > Shortest && Knows(Letters(word));

    /// <summary>True when the word has an affix and a letter more.</summary>
    public bool AreIn(string word)
    {
        if (!MayBeIn(word)) return false;
        var affixes = _affixes.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(word.Length - 1, Longest); length >= Shortest; length--)
        {
            if (affixes.Contains(fromEnd ? word.AsSpan(word.Length - length) : word.AsSpan(0, length))) return true;
        }
        return false;
    }

    private bool Knows(ulong letters) => _letters[Place(letters)] != 0;

    /// <summary>Where the letters are, or would be.</summary>
    private int Place(ulong letters)
    {
        var place = (int)((letters * Mixer) >> 32) & (_letters.Length - 1);
        while (_letters[place] != 0 && _letters[place] != letters) place = (place + 1) & (_letters.Length - 1);
        return place;
    }

    private void Grow()
    {
        var known = _letters;
        _letters = new ulong[known.Length * 2];
        foreach (var letters in known)
        {
            if (letters != 0) _letters[Place(letters)] = letters;
        }
    }

    /// <summary>The four letters that every affix of the word shares.</summary>
    private ulong Letters(string word)
    {
        var at = fromEnd ? word.Length - Shortest : 0;
        return (ulong)word[at] << 48 | (ulong)word[at + 1] << 32 | (ulong)word[at + 2] << 16 | word[at + 3];
    }
}
