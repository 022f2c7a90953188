using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Words;

/// <summary>Stars before the items of a list, read together with the first word as a quotation mark that is never closed: parted from it, as list marks.</summary>
internal static class StarMarks
{
    private const string Opening = "\"“”„*", Quotes = "\"“”„»";
    /// <summary>One may be a quotation that the line below closes.</summary>
    private const int Fewest = 2;
    /// <summary>In heights of the word: the gap from which on another column begins.</summary>
    private const double Apart = 1;

    public static IReadOnlyList<RecognizedWord> Told(IReadOnlyList<RecognizedWord> words)
    {
        var marked = Enumerable.Range(0, words.Count).Where(i => IsMarked(words, i)).ToHashSet();
        if (marked.Count < Fewest) return words;
        var result = new List<RecognizedWord>(words.Count + marked.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (!marked.Contains(i))
            {
                result.Add(words[i]);
                continue;
            }
            var (word, (end, start)) = (words[i], Places(words[i]));
            result.Add(word with { Text = "•", Box = word.Box with { Right = end }, Letters = [] });
            result.Add(word with { Text = word.Text[1..], Box = word.Box with { Left = start }, Letters = word.Letters.Count == word.Text.Length ? [.. word.Letters.Skip(1)] : [] });
        }
        return result;
    }

    private static bool IsMarked(IReadOnlyList<RecognizedWord> words, int at)
    {
        var word = words[at];
        if (word.Text.Length < 3 || !Opening.Contains(word.Text[0]) || !char.IsLetterOrDigit(word.Text[1]) || Quotes.Contains(word.Text[^1])) return false;
        if (at > 0 && !IsApart(words[at - 1], word)) return false;
        for (var i = at + 1; i < words.Count && !IsApart(words[i - 1], words[i]); i++)
        {
            if (words[i].Text.Any(Quotes.Contains)) return false;
        }
        return true;
    }

    private static bool IsApart(RecognizedWord before, RecognizedWord word) => before.Line != word.Line || word.Box.Left - before.Box.Right > Apart * word.Box.Height;

    /// <summary>Where the mark ends and the word begins.</summary>
    private static (int End, int Start) Places(RecognizedWord word)
    {
        if (word.Letters.Count == word.Text.Length && word.Letters[0].Box.Right is var end && word.Letters[1].Box.Left is var start && word.Box.Left < end && end <= start && start < word.Box.Right) return (end, start);
        var middle = word.Box.Left + word.Box.Width / word.Text.Length;
        return (middle, middle);
    }
}
