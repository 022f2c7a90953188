using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>A stretch of a line's text: what every extracted value points at.</summary>
public readonly record struct TextSpan(TextLine Line, int Start, int Length)
{
    public int End => Start + Length;
    public string Text => Line.Text.Substring(Start, Length);

    /// <summary>Union of the boxes of the words it touches; <see cref="Box.None"/> where the format has no places.</summary>
    public Box Box
    {
        get
        {
            var box = Box.None;
            foreach (var (word, start) in Line.Words)
            {
                if (start < End && start + word.Text.Length > Start) box = box.Union(word.Box);
            }
            return box;
        }
    }

    /// <summary>The part of the span from <paramref name="offset"/> (in the span).</summary>
    public TextSpan Slice(int offset, int length) => new(Line, Start + offset, length);

    /// <summary>The span without white space and the given characters at its ends.</summary>
    public TextSpan Trim(params ReadOnlySpan<char> more)
    {
        var (start, end) = (Start, End);
        while (start < end && (char.IsWhiteSpace(Line.Text[start]) || more.Contains(Line.Text[start]))) start++;
        while (end > start && (char.IsWhiteSpace(Line.Text[end - 1]) || more.Contains(Line.Text[end - 1]))) end--;
        return new TextSpan(Line, start, end - start);
    }

    public override string ToString() => Text;
}
