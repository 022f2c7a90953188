using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Fields.Languages;

/// <summary>Mends lists of languages that the end of a line breaks inside a bracket or before one: "French" above "(B2), German (C1)".</summary>
internal static class WrappedLines
{
    public static IEnumerable<TextLine> Join(IReadOnlyList<TextLine> lines)
    {
        TextLine? pending = null;
        foreach (var line in lines)
        {
            if (pending is not null && GoesOn(pending, line))
            {
                pending = Joined(pending, line);
                continue;
            }
            if (pending is not null) yield return pending;
            pending = line;
        }
        if (pending is not null) yield return pending;
    }

    private static bool GoesOn(TextLine above, TextLine line) =>
        line.Bullet is null && line.Page == above.Page
        && (above.Text.AsSpan().Count('(') > above.Text.AsSpan().Count(')') || (line.Text.StartsWith('(') && !above.Text.EndsWith(')') && line.Text.IndexOf(')', StringComparison.Ordinal) < line.Text.Length - 1));

    private static TextLine Joined(TextLine above, TextLine line)
    {
        var shift = above.Text.Length + 1;
        return above with
        {
            Text = above.Text + " " + line.Text,
            Words = [.. above.Words, .. line.Words.Select(w => w with { Start = w.Start + shift })],
            Box = above.Box.IsNone ? Box.None : above.Box.Union(line.Box),
            Links = [.. above.Links, .. line.Links.Select(l => l with { Start = l.Start + shift })],
        };
    }
}
