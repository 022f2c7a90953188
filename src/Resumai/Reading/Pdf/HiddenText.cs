using System.Text;
using Resumai.Knowledge;
using Resumai.Master;

namespace Resumai.Reading.Pdf;

/// <summary>What is said about text that cannot be seen: how much there is, and whether it speaks to a machine.</summary>
internal static class HiddenText
{
    public static IEnumerable<Warning> Warnings(IReadOnlyList<SeenPage> pages)
    {
        var counts = pages.Select(p => (p.Page.Number, Count: p.Hidden.Count(g => g.Text != " "))).Where(p => p.Count > 0).ToArray();
        if (counts.Length == 0) yield break;
        var where = counts.Length == 1 ? "" : $" (pages {string.Join(", ", counts.Select(c => c.Number))})";
        yield return new Warning("hidden_text", $"{counts.Sum(c => c.Count)} characters that cannot be seen on the page were left out{where}.", counts[0].Number);
        foreach (var page in pages)
        {
            if (!MachineSpeech.Speaks(Text(page.Hidden))) continue;
            yield return new Warning("possible_prompt_injection", "Hidden text speaks to a program that reads the document. It was left out.", page.Page.Number);
            yield break;
        }
    }

    /// <summary>In the order it is drawn; a gap or another line is a space.</summary>
    private static string Text(IReadOnlyList<Glyph> glyphs)
    {
        var text = new StringBuilder();
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (i > 0 && IsApart(glyphs[i - 1], glyphs[i])) text.Append(' ');
            text.Append(glyphs[i].Text);
        }
        return text.ToString();
    }

    private static bool IsApart(Glyph before, Glyph glyph) =>
        Math.Abs(before.Baseline - glyph.Baseline) > 0.3 * glyph.Font.Size || glyph.Box.Left - before.Box.Right > 0.2 * glyph.Font.Size || before.Rotation != glyph.Rotation;
}
