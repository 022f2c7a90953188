using System.Text;
using Resumai.Text;

namespace Resumai.Layout;

/// <summary>
/// Joins lines of one paragraph, mending words that were parted at a line's end. Whether a hyphen belongs to the word is told
/// from the words of the document itself. Thread-safe.
/// </summary>
public sealed class HyphenMender
{
    /// <summary>Points by which right ends of justified lines differ, and the part of lines that end so.</summary>
    private const double SameEdge = 1, MostlyJustified = 0.3;

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    /// <summary>Folded words with a capital: the parts of an address are often names.</summary>
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    /// <summary>Lines are broken at hyphens that belong to the word: the text is ragged and has such words.</summary>
    private readonly bool _keepsHyphens;

    /// <param name="lines">The document's lines in reading order: they tell what is a word.</param>
    public HyphenMender(IEnumerable<TextLine> lines)
    {
        var parted = false;
        var compounds = false;
        IReadOnlyList<TextLine> all = [.. lines];
        foreach (var line in all)
        {
            for (var i = 0; i < line.Words.Count; i++)
            {
                var text = line.Words[i].Word.Text.Trim('.', ',', ';', ':', '(', ')', '"', '„', '“', '”');
                // The two halves of a word parted at a line's end are no words.
                if (!(i == 0 && parted) && !(i == line.Words.Count - 1 && EndsInHyphen(text)))
                {
                    _words.Add(text);
                    if (text.Length > 0 && char.IsUpper(text[0])) _names.Add(UnicodeText.Fold(text));
                }
                compounds |= IsCompound(text);
            }
            parted = EndsInHyphen(line.Text);
        }
        _keepsHyphens = compounds && !IsJustified(all);
    }

    /// <summary>Letters, a hyphen and a small letter within a line ("well-known").</summary>
    private static bool IsCompound(string word)
    {
        if (IsAddress(word)) return false;
        for (var i = 1; i + 1 < word.Length; i++)
        {
            if (IsHyphen(word[i]) && char.IsLetter(word[i - 1]) && char.IsLower(word[i + 1])) return true;
        }
        return false;
    }

    /// <summary>Programs that justify text part words at a line's end; what breaks ragged lines does not.</summary>
    private static bool IsJustified(IReadOnlyList<TextLine> lines)
    {
        var (count, even) = (0, 0);
        for (var i = 1; i < lines.Count; i++)
        {
            var (above, line) = (lines[i - 1], lines[i]);
            if (above.Box.IsNone || line.Page != above.Page || line.GapAbove > 0.2 || line.Bullet is not null || Math.Abs(line.Box.Left - above.Box.Left) > SameEdge) continue;
            if (line.Box.Width < 0.8 * above.Box.Width) continue;
            count++;
            if (Math.Abs(line.Box.Right - above.Box.Right) < SameEdge) even++;
        }
        return even > 0 && even >= MostlyJustified * count;
    }

    private static bool IsAddress(string word) => word.AsSpan().IndexOfAny("@/") >= 0 || word.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

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
        // What stands before the hyphen of an address or a number is whole.
        var keeps = !char.IsLower(next[0]) || IsAddress(first) || char.IsDigit(first[^2]) || _words.Contains(first + second)
            || (_keepsHyphens && !_words.Contains(first[..^1] + second) && !_words.Contains(second) && !BeginsAddress(next));
        if (keeps || (BeginsAddress(next) && _names.Contains(UnicodeText.Fold(second))))
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

    private static bool BeginsAddress(string text)
    {
        var end = text.IndexOfAny([' ', '\t']);
        return (end < 0 ? text : text[..end]).Contains('@');
    }

    private static bool EndsInHyphen(StringBuilder text) => text.Length > 1 && IsHyphen(text[^1]) && char.IsLetterOrDigit(text[^2]);

    private static bool EndsInHyphen(string text) => text.Length > 1 && IsHyphen(text[^1]) && char.IsLetterOrDigit(text[^2]);

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
