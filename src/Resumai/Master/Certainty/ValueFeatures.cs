using Resumai.Fields;
using Resumai.Layout;

namespace Resumai.Master.Certainty;

/// <summary>
/// What speaks for a value being right: what its extractor thinks, how sure recognition is of its words, its shape, whether it is set as
/// its like are in the other entries, whether its entry is whole. The training uses the same code, so a change here wants new weights.
/// </summary>
internal sealed class ValueFeatures
{
    private static readonly System.Buffers.SearchValues<char> InnerSigns = System.Buffers.SearchValues.Create(",;|/·–");
    private const double Least = 0.01, Most = 0.995;
    private static readonly double AboutAsLong = Math.Exp(0.8);

    private readonly ILookup<string, ValueNote> _fields;
    private readonly ILookup<string, string> _entries;
    private readonly ILookup<int, ValueNote> _lines;
    private readonly Dictionary<string, double> _whole = [], _wholeEntries = [];
    private readonly double _cv, _explained, _other;

    /// <param name="probability">That the document is a CV.</param>
    public ValueFeatures(RecordDraft draft, IReadOnlyCollection<ValueNote> notes, double probability)
    {
        _fields = notes.ToLookup(n => n.Field);
        _entries = notes.ToLookup(n => n.Entry, n => n.Field);
        _lines = notes.SelectMany(n => n.Spans.Select(s => s.Line.Index).Distinct().Select(i => (i, n))).ToLookup(x => x.i, x => x.n);
        _cv = Odds(probability);
        var count = Math.Max(1.0, draft.Sections.Sum(s => s.Lines.Count));
        _explained = Math.Min(1, _lines.Count / count);
        _other = draft.Sections.Where(s => s.Kind == Sections.SectionKind.Other).Sum(s => s.Lines.Count) / count;
    }

    /// <summary>In the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "always", "extractor", "extractor_doubts", "recognized", "word_doubt", "least_word_doubt", "words", "one_word", "many_words", "lines", "small_letter", "digits",
        "separator", "bracket_open", "sign_at_end", "capitals", "share_of_line", "cut_at_space", "alone", "set_alike", "placed_alike", "length_alike", "siblings",
        "entry_whole", "entries_whole", "shared_line", "cv", "explained", "other_lines",
    ];

    public double[] Of(ValueNote note)
    {
        var first = note.Spans[0];
        var text = first.Line.Text.AsSpan(first.Start, first.Length);
        var words = note.Spans.Sum(s => s.Line.Text.AsSpan(s.Start, s.Length).Count(' ') + 1);
        var (mean, least) = WordDoubt(note.Spans);
        var (siblings, setAlike, placedAlike, longAlike) = Like(note);
        var raw = Odds(note.Raw);
        return
        [
            1, raw, Math.Max(0, 1 - raw), Bit(least > 0), Math.Min(1, 3 * mean), least, Math.Log(words), Bit(words == 1), Bit(words > 8),
            Bit(note.Spans.Any(s => s.Line.Index != first.Line.Index)), Bit(char.IsLower(text[0])), Bit(text.ContainsAnyInRange('0', '9')),
            Bit(text.ContainsAny(InnerSigns)), Bit(text.Count('(') != text.Count(')')), Bit(",;:-–.".Contains(text[^1])),
            Bit(IsCapitals(text)), Math.Min(1, (double)first.Length / Math.Max(1, first.Line.Text.Length)), Bit(IsCutAtSpace(first)), Bit(siblings == 0),
            Share(setAlike, siblings), Share(placedAlike, siblings), Share(longAlike, siblings), Math.Log(1 + Math.Min(siblings, 20)),
            Whole(note.Entry), WholeEntries(note), Math.Min(4, _lines[first.Line.Index].Count(n => n.Entry != note.Entry)), _cv, _explained, _other,
        ];
    }

    private static double Bit(bool yes) => yes ? 1 : 0;

    private static double Odds(double probability) => Math.Log(Math.Clamp(probability, Least, Most) / (1 - Math.Clamp(probability, Least, Most)));

    private static double Share(int like, int siblings) => siblings == 0 ? 0.5 : (double)like / siblings;

    private static bool IsCapitals(ReadOnlySpan<char> text)
    {
        var letters = false;
        foreach (var c in text)
        {
            if (char.IsLower(c)) return false;
            letters |= char.IsLetter(c);
        }
        return letters;
    }

    /// <summary>How many other values of the field there are, and how many of them are set, placed and about as long as this one.</summary>
    private (int Siblings, int SetAlike, int PlacedAlike, int LongAlike) Like(ValueNote note)
    {
        var (count, set, placed, @long) = (0, 0, 0, 0);
        var (style, place, length) = (Style(note), Place(note.Spans[0]), 1 + note.Spans[0].Length);
        foreach (var other in _fields[note.Field])
        {
            if (ReferenceEquals(other, note)) continue;
            count++;
            if (Style(other) == style) set++;
            if (Place(other.Spans[0]) == place) placed++;
            if ((1.0 + other.Spans[0].Length) / length is var ratio && ratio < AboutAsLong && ratio > 1 / AboutAsLong) @long++;
        }
        return (count, set, placed, @long);
    }

    private static (bool, bool, double) Style(ValueNote note) => note.Spans[0].Line.Font is var font ? (font.Bold, font.Italic, Math.Round(font.Size * 2)) : default;

    /// <summary>Does the value lead its line, end it, or stand in the middle.</summary>
    private static (bool, bool) Place(TextSpan span) => (span.Start == 0, span.End == span.Line.Text.Length);

    /// <summary>The value begins or ends where only a space parts it from words that are not its own.</summary>
    private static bool IsCutAtSpace(TextSpan span)
    {
        var text = span.Line.Text;
        return (span.Start > 1 && text[span.Start - 1] == ' ' && char.IsLetterOrDigit(text[span.Start - 2]))
            || (span.End + 1 < text.Length && text[span.End] == ' ' && char.IsLetterOrDigit(text[span.End + 1]));
    }

    /// <summary>The share of the keys of an entry's list that it has.</summary>
    private double Whole(string entry)
    {
        if (_whole.TryGetValue(entry, out var share)) return share;
        var keys = Keys(entry);
        return _whole[entry] = keys.Length == 0 ? 0.5 : (double)keys.Count(_entries[entry].Contains) / keys.Length;
    }

    private double WholeEntries(ValueNote note)
    {
        if (!_wholeEntries.TryGetValue(note.Field, out var share)) _wholeEntries[note.Field] = share = _fields[note.Field].Select(n => n.Entry).Distinct().Average(Whole);
        return share;
    }

    private static string[] Keys(string entry) => entry.Split('/')[1] switch
    {
        "experience" => ["/experience/title", "/experience/employer", "/experience/start_date"],
        "education" => ["/education/institution", "/education/degree", "/education/end_date"],
        "languages" => ["/languages/name", "/languages/raw_level"],
        _ => [],
    };

    /// <summary>How unsure recognition is of the words, by the mean and of the worst.</summary>
    private static (double Mean, double Worst) WordDoubt(IReadOnlyList<TextSpan> spans)
    {
        var (sum, worst, count) = (0.0, 0.0, 0);
        foreach (var span in spans)
        {
            foreach (var (word, start) in span.Line.Words)
            {
                if (start >= span.End || start + word.Text.Length <= span.Start) continue;
                sum += 1 - word.Confidence;
                worst = Math.Max(worst, 1 - word.Confidence);
                count++;
            }
        }
        return count == 0 ? (0, 0) : (sum / count, worst);
    }
}
