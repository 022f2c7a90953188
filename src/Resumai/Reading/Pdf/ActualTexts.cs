namespace Resumai.Reading.Pdf;

/// <summary>
/// Replacement text (/ActualText) of marked content. It is believed only where it stands for a few glyphs and is hardly
/// longer than they are, as for ligatures and letters a font has no code for: what is printed counts, not what a file claims.
/// </summary>
internal sealed class ActualTexts
{
    private const int MostGlyphs = 6, MostCharactersPerGlyph = 3;
    private (string Text, int From)? _current;

    public bool Begin(string text, int from)
    {
        if (_current is not null || text.Length is 0 or > MostGlyphs * MostCharactersPerGlyph) return false;
        _current = (text, from);
        return true;
    }

    /// <summary>Puts the text in the place of the glyphs drawn since <see cref="Begin"/>.</summary>
    public void End(List<InkGlyph> glyphs)
    {
        if (_current is not { } replacement) return;
        _current = null;
        var count = glyphs.Count - replacement.From;
        if (count is < 1 or > MostGlyphs || replacement.Text.Length > count * MostCharactersPerGlyph) return;
        if (GlyphText.Of(replacement.Text, null) is not { } text || string.IsNullOrWhiteSpace(text)) return;
        var drawn = glyphs.GetRange(replacement.From, count);
        // Fonts that say what their glyphs are, pictograms among them, know better.
        if (drawn.TrueForAll(g => g.Mapped) && (count > 1 || drawn[0].Glyph.Text.Length >= text.Length || Icons.IsIcon(drawn[0].Glyph.Text))) return;

        glyphs.RemoveRange(replacement.From, count);
        var box = drawn.Aggregate(Box.None, (all, g) => all.Union(g.Glyph.Box));
        glyphs.Add(drawn[0] with { Glyph = drawn[0].Glyph with { Text = text, Box = box }, Mapped = true });
    }
}
