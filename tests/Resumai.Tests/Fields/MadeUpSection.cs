using Resumai.Layout;
using Resumai.Reading;
using Resumai.Sections;

namespace Resumai.Tests.Fields;

/// <summary>Sections of made-up lines: "• " in front gives a list mark, "**" a bold line, "^" space above it.</summary>
internal static class MadeUpSection
{
    private static readonly Font Plain = new("Sans", 10, false, false, null);

    public static Section Of(SectionKind kind, params string[] lines) => new(kind, null, [.. lines.Select(Line)]);

    private static TextLine Line(string text, int index)
    {
        var gap = text.StartsWith('^') ? 1.2 : 0.1;
        text = text.TrimStart('^');
        var bullet = text.StartsWith("• ", StringComparison.Ordinal) ? "•" : null;
        if (bullet is not null) text = text[2..];
        var bold = text.StartsWith("**", StringComparison.Ordinal);
        return new TextLine { Index = index, Page = 1, Text = text.TrimStart('*'), Words = [], GapAbove = gap, Bullet = bullet, Font = bold ? Plain with { Bold = true } : Plain };
    }
}
