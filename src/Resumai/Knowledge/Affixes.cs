namespace Resumai.Knowledge;

/// <summary>Beginnings or endings of compounds. Most words are told to have none by four letters alone.</summary>
internal sealed class Affixes(bool fromEnd)
{
    /// <summary>Shorter endings match whole words only: "*bud" must not find "Jakobud".</summary>
    private const int Shortest = 4, Longest = 24;

    private readonly HashSet<string> _affixes = [];
    private readonly LetterSet _letters = new();

    /// <summary>Does nothing for one that is too short to tell.</summary>
    public void Add(string affix)
    {
        if (affix.Length >= Shortest && _affixes.Add(affix)) _letters.Add(Letters(affix));
    }

    /// <summary>False when the word has none of them for sure.</summary>
    public bool MayBeIn(string word) => word.Length > Shortest && _letters.Contains(Letters(word));

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

    /// <summary>The four letters that every affix of the word shares.</summary>
    private ulong Letters(string word)
    {
        var at = fromEnd ? word.Length - Shortest : 0;
        return (ulong)word[at] << 48 | (ulong)word[at + 1] << 32 | (ulong)word[at + 2] << 16 | word[at + 3];
    }
}
