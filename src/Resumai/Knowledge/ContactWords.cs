using System.Text.RegularExpressions;
using Resumai.Text;

namespace Resumai.Knowledge;

/// <summary>Labels of contact details ("Tel.", "Geburtsdatum") and the words around names, of all languages together. Immutable.</summary>
internal sealed partial class ContactWords
{
    private static readonly Lazy<ContactWords> Loaded = new(() => new ContactWords());
    private static readonly string[] Labels = ["email", "phone", "web", "address", "birth", "nationality", "name", "given", "family", "licence", "personal"];
    private readonly Dictionary<string, HashSet<string>> _words = [];
    private readonly Dictionary<string, string> _labels = [];
    private readonly HashSet<string> _firstWords = [];
    private readonly int _longest;

    private ContactWords()
    {
        foreach (var row in TermFile.Read("contact.tsv"))
        {
            if (!_words.TryGetValue(row.Kind, out var set)) _words[row.Kind] = set = [];
            foreach (var term in row.Terms) set.Add(UnicodeText.Fold(term).TrimEnd('.'));
            _longest = Math.Max(_longest, row.Terms.Max(t => t.Length));
        }
        foreach (var kind in Labels)
        {
            foreach (var word in _words[kind])
            {
                _labels.TryAdd(word, kind);
                _firstWords.Add(FirstWord(word));
            }
        }
    }

    public static ContactWords Default => Loaded.Value;

    public bool Is(string kind, string text) => text.Length <= _longest + 2 && _words[kind].Contains(UnicodeText.Fold(text.Trim()).TrimEnd('.', ':', ' '));

    /// <summary>Any label at all: text that is only that is never a name or a place.</summary>
    public bool IsLabel(string text) => Label(text) is not null;

    /// <summary>The kind of label that the whole text is, null when none.</summary>
    public string? Label(string text)
    {
        if (text.Length > _longest + 2) return null;
        var folded = UnicodeText.Fold(text.Trim()).TrimEnd('.', ':', ' ');
        if (_labels.TryGetValue(folded, out var kind)) return kind;
        return folded.AsSpan().ContainsAny('(', '/') ? _labels.GetValueOrDefault(OrMore().Replace(folded, "")) : null;
    }

    /// <summary>"Telephone(s)", "Adres(sen)", "Indirizzo/i": one or more.</summary>
    [GeneratedRegex(@" ?\(-?\p{L}{1,12}\)|/-?\p{L}{1,3}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OrMore();

    /// <summary>A label at the beginning of a text, with the length of it and of the colon or spaces behind; null when there is none.</summary>
    public (string Kind, int Length)? Leading(string text)
    {
        var colon = text.IndexOf(':');
        if (colon > 0 && Label(text[..colon]) is { } marked) return (marked, SkipSpaces(text, colon + 1));
        if (!MayBegin(text)) return null;
        // Without a colon the label must be followed by a space: the longest wins.
        for (var end = Math.Min(text.Length - 1, _longest + 1); end >= 2; end--)
        {
            if (text[end] is ' ' or '\t' && Label(text[..end]) is { } plain) return (plain, SkipSpaces(text, end));
        }
        return null;
    }

    /// <summary>False for a text whose first word begins no label: that of most.</summary>
    private bool MayBegin(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        var end = trimmed.IndexOfAny(' ', '\t');
        var word = FirstWord(UnicodeText.Fold(end < 0 ? trimmed : trimmed[..end]));
        return _firstWords.Contains(word) || _firstWords.Contains(word.TrimEnd('.', ':'));
    }

    private static string FirstWord(string folded) => folded.Split(' ')[0];

    private static int SkipSpaces(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at;
    }
}
