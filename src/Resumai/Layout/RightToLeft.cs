using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// Puts what stands on the page from left to right into the order it is read where it is Hebrew or Arabic: letters of a word and
/// words of a line from the right, numbers and Latin words within them from the left (the runs of the bidirectional algorithm,
/// UAX 9, for text whose order on the page is known).
/// </summary>
internal static class RightToLeft
{
    public static bool IsLetter(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') && !char.IsDigit(c);

    public static bool HasLetter(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c >= '\u0590' && IsLetter(c)) return true;
        }
        return false;
    }

    /// <summary>The word's pieces in reading order; null where they are read from the left.</summary>
    public static List<string>? Read(IEnumerable<string> pieces)
    {
        List<string> texts = [.. pieces];
        if (!texts.Exists(t => HasLetter(t))) return null;
        texts.Reverse();
        TurnBack(texts, t => !HasLetter(t) && t.Any(char.IsLetterOrDigit));
        return texts;
    }

    /// <summary>The words of a line in reading order: from the right where most letters are so, else only runs that are.</summary>
    public static IReadOnlyList<Word> Read(IReadOnlyList<Word> words)
    {
        if (!words.Any(w => HasLetter(w.Text))) return words;
        List<Word> result = [.. words];
        if (!IsMain(words))
        {
            TurnBack(result, w => HasLetter(w.Text));
            return result;
        }
        result.Reverse();
        TurnBack(result, w => !HasLetter(w.Text) && w.Text.Any(char.IsLetterOrDigit));
        return result;
    }

    /// <summary>True when most letters of the words are read from the right.</summary>
    public static bool IsMain(IEnumerable<Word> words)
    {
        var (from, others) = (0, 0);
        foreach (var c in words.SelectMany(w => w.Text))
        {
            if (IsLetter(c)) from++;
            else if (char.IsLetter(c)) others++;
        }
        return from > others;
    }

    /// <summary>Turns each run of what is read in the other direction.</summary>
    private static void TurnBack<T>(List<T> items, Func<T, bool> isOther)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!isOther(items[i])) continue;
            var start = i;
            while (i + 1 < items.Count && isOther(items[i + 1])) i++;
            items.Reverse(start, i - start + 1);
        }
    }
}
