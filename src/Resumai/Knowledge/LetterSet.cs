namespace Resumai.Knowledge;

/// <summary>
/// A set of up to four letters each, packed into a number: found by its hash, or in the next free place behind it. Not the runtime's set:
/// that one is compiled for numbers when a process first asks for it.
/// </summary>
internal sealed class LetterSet
{
    /// <summary>Spreads letters over the places (Fibonacci hashing: Knuth, 1973): 2⁶⁴ over the golden ratio.</summary>
    private const ulong Mixer = 0x9E3779B97F4A7C15;

    /// <summary>A power of two of places; 0 is free.</summary>
    private ulong[] _places = new ulong[8];
    private int _count;

    public static LetterSet Of(IEnumerable<ulong> all)
    {
        var set = new LetterSet();
        foreach (var letters in all) set.Add(letters);
        return set;
    }

    public bool Contains(ulong letters) => _places[Place(letters)] != 0;

    public void Add(ulong letters)
    {
        if (Contains(letters)) return;
        if (++_count * 2 > _places.Length) Grow();
        _places[Place(letters)] = letters;
    }

    /// <summary>Where the letters are, or would be.</summary>
    private int Place(ulong letters)
    {
        var places = _places;
        var place = (int)((letters * Mixer) >> 32) & (places.Length - 1);
        while (places[place] != 0 && places[place] != letters) place = (place + 1) & (places.Length - 1);
        return place;
    }

    private void Grow()
    {
        var known = _places;
        _places = new ulong[known.Length * 2];
        foreach (var letters in known)
        {
            if (letters != 0) _places[Place(letters)] = letters;
        }
    }
}
