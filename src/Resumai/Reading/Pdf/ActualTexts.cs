namespace Resumai.Reading.Pdf;

/// <summary>
/// Replacement text (/ActualText) of marked content. It is believed where it only says better which letters are printed: a
/// glyph that serves two letters, small capitals, a ligature, a letter that its font has no code for. Text that is longer
/// than what is printed is not: what is printed counts, not what a file claims.
/// </summary>
internal sealed class ActualTexts
{
    private const int MostGlyphs = 6, MostCharactersPerGlyph = 3, Longest = 300;
    private (string Text, int From)? _current;

    public bool Begin(string text, int from)
    {
        if (_current is not null || text.Length is 0 or > Longest) return false;
        _current = (text, from);
        return true;
    }

    /// <summary>Puts the text in the place of the glyphs drawn since <see cref="Begin"/>.</summary>
    public void End(List<InkGlyph> glyphs)
    {
        if (_current is not { } replacement) return;
        _current = null;
        var (text, from) = replacement;
        var count = glyphs.Count - from;
        if (count < 1) return;
        var drawn = glyphs.GetRange(from, count);
        // Fonts of pictograms say what their glyphs are; their replacement is a name.
        if (drawn.Exists(g => Icons.IsIcon(g.Glyph.Text))) return;

        if (drawn.TrueForAll(g => g.Glyph.Text.Length == 1) && text.Length == count)
        {
            var printed = string.Concat(drawn.Select(g => g.Glyph.Text));
            if (!string.Equals(printed, text, StringComparison.OrdinalIgnoreCase) && (count > MostGlyphs || !text.All(char.IsLetter))) return;
            var full = string.Equals(printed, text, StringComparison.Ordinal) ? null : Capitals(glyphs, from);
            for (var i = 0; i < count; i++)
            {
                if (GlyphText.Of(text[i].ToString(), null) is { } letter) glyphs[from + i] = drawn[i] with { Glyph = FullSize(drawn[i].Glyph, full) with { Text = letter }, Mapped = true };
            }
        }
        else if (count <= MostGlyphs && text.Length <= count * MostCharactersPerGlyph && IsMissing(drawn, text) && GlyphText.Of(text, null) is { } whole && !string.IsNullOrWhiteSpace(whole))
        {
            glyphs.RemoveRange(from, count);
            glyphs.Add(drawn[0] with { Glyph = drawn[0].Glyph with { Text = whole, Box = drawn.Aggregate(Box.None, (all, g) => all.Union(g.Glyph.Box)) }, Mapped = true });
        }
    }

    /// <summary>The font of the full capitals before small ones on the same line.</summary>
    private static Font? Capitals(List<InkGlyph> glyphs, int from)
    {
        var small = glyphs[from].Glyph;
        for (var i = from - 1; i >= 0 && i > from - Longest && glyphs[i].Glyph.Baseline == small.Baseline; i--)
        {
            var font = glyphs[i].Glyph.Font;
            if (font.Size > small.Font.Size && font.Size < 1.6 * small.Font.Size && font.Name == small.Font.Name && glyphs[i].Glyph.Text != " ") return font;
        }
        return null;
    }

    /// <summary>Small capitals belong to text of the size of the full ones.</summary>
    private static Glyph FullSize(Glyph glyph, Font? full)
    {
        if (full is null || glyph.Rotation != 0) return glyph;
        return glyph with { Font = full, Box = glyph.Box with { Top = glyph.Baseline - (full.Size * GlyphMetrics.Ascent), Bottom = glyph.Baseline + (full.Size * GlyphMetrics.Descent) } };
    }

    /// <summary>A font that does not know a glyph, or takes a ligature for one of its letters.</summary>
    private static bool IsMissing(List<InkGlyph> drawn, string text) =>
        drawn.Exists(g => !g.Mapped) || (drawn is [var only] && char.IsLetter(only.Glyph.Text[0]) && text.Length > only.Glyph.Text.Length && text.All(char.IsLetter));
}
