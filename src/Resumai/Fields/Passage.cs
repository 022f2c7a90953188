using Resumai.Layout;

namespace Resumai.Fields;

/// <summary>Spans of one or more lines read as one text, with the way back from each character to its span.</summary>
internal sealed class Passage
{
    private readonly IReadOnlyList<Part> _parts;

    private Passage(string text, IReadOnlyList<Part> parts) => (Text, _parts) = (text, parts);

    public static Passage Empty { get; } = new("", []);
    public string Text { get; }
    public bool IsEmpty => Text.Length == 0;
    public IReadOnlyList<TextSpan> Spans => [.. _parts.Select(p => p.Span)];

    public static Passage Of(TextSpan span) => span.Length == 0 ? Empty : new Passage(span.Text, [new Part(0, span)]);

    /// <summary>Joins lines of running text: words cut at a line's end are mended, others get a space between.</summary>
    public static Passage Join(IEnumerable<TextSpan> spans)
    {
        var result = Empty;
        foreach (var span in spans) result = result.Append(Of(span.Trim()));
        return result;
    }

    public Passage Append(Passage next)
    {
        if (next.IsEmpty) return this;
        if (IsEmpty) return next;
        var (cut, glue) = Seam(Text, next.Text);
        return (cut == 0 ? this : Slice(0, Text.Length - cut)).Append(next, glue);
    }

    /// <summary>Both with the given text between, which stands in no line.</summary>
    public Passage Append(Passage next, string glue)
    {
        var head = this;
        var offset = head.Text.Length + glue.Length;
        return new Passage(head.Text + glue + next.Text, [.. head._parts, .. next._parts.Select(p => p with { Offset = p.Offset + offset })]);
    }

    public Passage Slice(int start, int length)
    {
        if (start == 0 && length == Text.Length) return this;
        var parts = new List<Part>();
        foreach (var (offset, span) in _parts)
        {
            var from = Math.Max(start, offset);
            var to = Math.Min(start + length, offset + span.Length);
            if (to > from) parts.Add(new Part(from - start, span.Slice(from - offset, to - from)));
        }
        return new Passage(Text.Substring(start, length), parts);
    }

    /// <summary>Without white space and the given characters at its ends.</summary>
    public Passage Trim(ReadOnlySpan<char> more = default)
    {
        var (start, end) = (0, Text.Length);
        while (start < end && (char.IsWhiteSpace(Text[start]) || more.Contains(Text[start]))) start++;
        while (end > start && (char.IsWhiteSpace(Text[end - 1]) || more.Contains(Text[end - 1]))) end--;
        return Slice(start, end - start);
    }

    public Found<string>? Find(double confidence) => IsEmpty || _parts.Count == 0 ? null : new Found<string>(Text, confidence, Spans);

    /// <summary>How many characters the first text loses at its end, and what comes between.</summary>
    private static (int Cut, string Glue) Seam(string head, string tail)
    {
        if (head[^1] == '\u00AD') return (1, "");
        if (head.Length < 2 || head[^1] is not ('-' or '‐') || !char.IsLetter(head[^2])) return (0, " ");
        if (char.IsLower(tail[0])) return IsConjunction(tail) ? (0, " ") : (1, "");
        return (0, char.IsLetterOrDigit(tail[0]) ? "" : " ");
    }

    /// <summary>"Prozess- und Qualitätsmanagement": the hyphen stands for a part left out, not for a cut word.</summary>
    private static bool IsConjunction(string tail)
    {
        var end = tail.IndexOf(' ');
        return end is > 0 and <= 4 && tail[..end] is "und" or "oder" or "bzw." or "och" or "og" or "en" or "of" or "ja" or "tai" or "and" or "or" or "eller";
    }

    private readonly record struct Part(int Offset, TextSpan Span);
}
