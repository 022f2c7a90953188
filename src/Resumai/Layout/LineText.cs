using System.Text;
using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// Writes a line's text from words: one space between words, a tab between parts, the list mark set aside, pictograms and
/// dot leaders replaced by the break they make.
/// </summary>
internal sealed class LineText
{
    private readonly StringBuilder _text = new();
    private readonly List<PlacedWord> _words = [];
    private readonly List<(int Word, string Url)> _urls = [];

    public string Text => _text.ToString();
    public IReadOnlyList<PlacedWord> Words => _words;
    public string? Bullet { get; private set; }
    public bool IsEmpty => _words.Count == 0;

    /// <summary>Adds a word after the separator: '\t', ' ' or '\0' for a word that goes on the one before it.</summary>
    public void Add(Word word, char separator, string? url = null)
    {
        if (_words.Count == 0) separator = '\0';
        else if (ListMarks.IsRating(word.Text)) separator = '\t';
        if (_words.Count > 0 && separator == '\0')
        {
            var (last, start) = _words[^1];
            _text.Append(word.Text);
            _words[^1] = new PlacedWord(last with { Text = last.Text + word.Text, Box = last.Box.Union(word.Box), Confidence = Math.Min(last.Confidence, word.Confidence) }, start);
            return;
        }
        if (separator != '\0') _text.Append(separator);
        _words.Add(new PlacedWord(word, _text.Length));
        _text.Append(word.Text);
        if (url is not null) _urls.Add((_words.Count - 1, url));
    }

    /// <summary>Takes the mark as the line's bullet if nothing stands before it; false when text does.</summary>
    public bool TakeBullet(string mark)
    {
        if (_words.Count > 0) return false;
        Bullet ??= mark;
        return true;
    }

    /// <summary>Neighbouring words with the same address make one link.</summary>
    public IReadOnlyList<LineLink> Links()
    {
        var links = new List<LineLink>();
        for (var i = 0; i < _urls.Count; i++)
        {
            var first = i;
            while (i + 1 < _urls.Count && _urls[i + 1].Url == _urls[i].Url && _urls[i + 1].Word == _urls[i].Word + 1) i++;
            var start = _words[_urls[first].Word].Start;
            var end = _words[_urls[i].Word];
            links.Add(new LineLink(_urls[i].Url, start, end.Start + end.Word.Text.Length - start));
        }
        return links;
    }

    /// <summary>The font of most characters.</summary>
    public Font Font => _words.Count == 0 ? Font.Unknown
        : _words.GroupBy(w => w.Word.Font).MaxBy(g => g.Sum(w => w.Word.Text.Length))!.Key;

    public static bool IsLeader(string word) => word.Length > 3 && word.AsSpan().IndexOfAnyExcept(".·_…‥") < 0;
}
