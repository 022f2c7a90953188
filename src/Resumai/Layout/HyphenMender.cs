using System.Text;

namespace Resumai.Layout;

/// <summary>
/// Joins lines of one paragraph, mending words that were parted at a line's end. Whether a hyphen belongs to the word is told
/// from the words of the document itself. Thread-safe.
/// </summary>
public sealed class HyphenMender
{
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="lines">The document's lines in reading order: they tell what is a word.</param>
    public HyphenMender(IEnumerable<TextLine> lines)
    {
        var parted = false;
        foreach (var line in lines)
        {
            for (var i = 0; i < line.Words.Count; i++)
            {
                var text = line.Words[i].Word.Text.Trim('.', ',', ';', ':', '(', ')', '"', '„', '“', '”');
                // The two halves of a word parted at a line's end are no words.
                if (!(i == 0 && parted) && !(i == line.Words.Count - 1 && EndsInHyphen(text))) _words.Add(text);
            }
            parted = EndsInHyphen(line.Text);
        }
    }

    /// <summary>The texts as one, with a space between lines unless a word goes on.</summary>
    public string Join(IEnumerable<string> texts)
    {
        var result = new StringBuilder();
        foreach (var text in texts)
        {
            if (text.Length == 0) continue;
            if (result.Length == 0) result.Append(text);
            else Append(result, text);
        }
        return result.ToString();
    }

    private void Append(StringBuilder result, string next)
    {
        if (!EndsInHyphen(result) || !char.IsLetterOrDigit(next[0]))
        {
            result.Append(' ').Append(next);
            return;
        }
        var (first, second) = (LastWord(result), FirstWord(next));
        var keeps = !char.IsLower(next[0]) || _words.Contains(first + second);
        if (keeps)
        {
            result.Append(next);
        }
        else if (!_words.Contains(first[..^1] + second) && _words.Contains(second))
        {
            // "Vertriebs- und Marketing": the hyphen stands for a part left out.
            result.Append(' ').Append(next);
        }
        else
        {
            result.Length--;
            result.Append(next);
        }
    }

    private static bool EndsInHyphen(StringBuilder text) => text.Length > 1 && IsHyphen(text[^1]) && char.IsLetter(text[^2]);

    private static bool EndsInHyphen(string text) => text.Length > 1 && IsHyphen(text[^1]) && char.IsLetter(text[^2]);

    private static bool IsHyphen(char c) => c is '-' or '‐' or '\u00AD';

    private static string LastWord(StringBuilder text)
    {
        var start = text.Length;
        while (start > 0 && !char.IsWhiteSpace(text[start - 1])) start--;
        return text.ToString(start, text.Length - start);
    }

    private static string FirstWord(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '-')) end++;
        return text[..end];
    }
}
