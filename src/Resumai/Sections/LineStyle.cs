using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Sections;

/// <summary>How a stretch of text is set, as far as headings are told by it.</summary>
internal readonly record struct LineStyle(double Size, bool Bold, bool Capitals, int? Color, int? OutlineLevel)
{
    public static LineStyle Of(TextLine line) => Of(line.Whole) with { OutlineLevel = line.OutlineLevel };

    public static LineStyle Of(TextSpan span)
    {
        var font = FontOf(span);
        return new LineStyle(Math.Round(font.Size * 2) / 2, font.Bold, IsCapitals(span.Line.Text.AsSpan(span.Start, span.Length)), font.Color, null);
    }

    /// <summary>Equal but for a hair of size.</summary>
    public bool Matches(LineStyle other) =>
        Math.Abs(Size - other.Size) <= 0.5 && Bold == other.Bold && Capitals == other.Capitals && OutlineLevel == other.OutlineLevel;

    public static bool IsCapitals(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c)) return false;
            if (char.IsUpper(c)) letters++;
        }
        return letters >= 3;
    }

    private static Font FontOf(TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        if (OnlyFont(span.Line.Words, start, end) is { } only) return only;
        Font? best = null;
        var most = 0;
        foreach (var group in span.Line.Words.Where(w => w.Start >= start && w.Start < end).GroupBy(w => w.Word.Font))
        {
            var letters = group.Sum(w => w.Word.Text.Length);
            if (letters > most) (best, most) = (group.Key, letters);
        }
        return best ?? span.Line.Font;
    }

    /// <summary>Null where there is none or more than one.</summary>
    private static Font? OnlyFont(IReadOnlyList<PlacedWord> words, int start, int end)
    {
        Font? only = null;
        foreach (var (word, at) in words)
        {
            if (at < start || at >= end) continue;
            if (only is not null && only != word.Font) return null;
            only = word.Text.Length > 0 ? word.Font : only;
        }
        return only;
    }
}

/// <summary>The look of the document's running text, against which headings stand out.</summary>
internal sealed record BodyStyle(double Size, bool Bold, int? Color)
{
    public static BodyStyle Of(IEnumerable<TextLine> lines)
    {
        var common = lines.Where(l => l.Text.Length > 0)
            .GroupBy(l => (Size: Math.Round(l.Font.Size * 2) / 2, l.Font.Bold, l.Font.Color))
            .MaxBy(g => g.Sum(l => l.Text.Length));
        return common is null ? new BodyStyle(10, false, null) : new BodyStyle(common.Key.Size, common.Key.Bold, common.Key.Color);
    }

    /// <summary>How far a style stands out: 0 not at all, 2 and more clearly.</summary>
    public double Emphasis(LineStyle style)
    {
        var score = 0.0;
        var ratio = style.Size / Math.Max(1, Size);
        if (ratio > 1.18) score += 1.5;
        else if (ratio > 1.04) score += 0.8;
        else if (ratio < 0.9) score -= 0.5;
        if (style.Bold && !Bold) score += 1;
        if (style.Capitals) score += 1;
        if (style.Color is { } color && Color is { } body && color != body) score += 0.4;
        if (style.OutlineLevel is not null) score += 2;
        return score;
    }
}
