using Resumai.Text;

namespace Resumai.Reading.Pdf;

/// <summary>
/// Joins accents that old fonts draw as glyphs of their own (TeX's OT1: "´" then "e") with the letter they are drawn over, and
/// combining marks with the letter before them.
/// </summary>
internal static class AccentJoiner
{
    public static IReadOnlyList<Glyph> Join(List<InkGlyph> ink)
    {
        var glyphs = new List<Glyph>(ink.Count);
        for (var i = 0; i < ink.Count; i++)
        {
            var glyph = ink[i].Glyph;
            if (glyph.Text.Length == 1 && Mark(glyph.Text[0]) is { } mark)
            {
                if (i + 1 < ink.Count && LiesOver(glyph, ink[i + 1].Glyph) && Composed(ink[i + 1].Glyph.Text, mark) is { } next)
                {
                    glyphs.Add(ink[++i].Glyph with { Text = next });
                    continue;
                }
                if (glyphs.Count > 0 && (LiesOver(glyph, glyphs[^1]) || IsCombining(glyph.Text[0])) && Composed(glyphs[^1].Text, mark) is { } last)
                {
                    glyphs[^1] = glyphs[^1] with { Text = last };
                    continue;
                }
            }
            glyphs.Add(glyph);
        }
        return glyphs;
    }

    private static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036F';

    /// <summary>The combining mark of a spacing accent.</summary>
    private static char? Mark(char c) => c switch
    {
        '`' => '\u0300', '´' => '\u0301', '^' or 'ˆ' => '\u0302', '~' or '˜' => '\u0303', '¯' => '\u0304', '˘' => '\u0306', '˙' => '\u0307',
        '¨' => '\u0308', '˚' => '\u030A', '˝' => '\u030B', 'ˇ' => '\u030C', '¸' => '\u0327', '˛' => '\u0328', _ => IsCombining(c) ? c : null,
    };

    private static bool LiesOver(Glyph accent, Glyph letter) =>
        letter.Rotation == 0 && accent.Rotation == 0 && accent.Box.Width > 0 && letter.Font.Size == accent.Font.Size
        && Math.Abs(accent.Baseline - letter.Baseline) < 0.5 * letter.Font.Size
        && accent.Box.CenterX > letter.Box.Left - (0.1 * letter.Font.Size) && accent.Box.CenterX < letter.Box.Right + (0.1 * letter.Font.Size)
        && accent.Box.HorizontalOverlap(letter.Box) > 0.45 * Math.Min(accent.Box.Width, letter.Box.Width);

    /// <summary>One letter of base and mark; null where there is none.</summary>
    private static string? Composed(string letter, char mark)
    {
        if (letter.Length != 1 || !char.IsLetter(letter[0])) return null;
        var plain = letter[0] switch { 'ı' => 'i', 'ȷ' => 'j', var c => c };
        var composed = UnicodeText.Compose($"{plain}{mark}");
        return composed.Length == 1 ? composed : null;
    }
}
