namespace Resumai.Reading.Pdf;

/// <summary>
/// Recognises the usual searchable scan: the picture of a page, and its recognised text drawn invisibly over it or covered by
/// it. There that text is what is seen. Invisible text on a page that prints its own text is not.
/// </summary>
internal static class SearchableScan
{
    /// <summary>Part of the page that pictures of a scan cover at least.</summary>
    private const double LeastArea = 0.25;
    /// <summary>Invisible glyphs there are at least for each one printed over the picture: stamps, Bates numbers.</summary>
    private const int InvisibleForPrinted = 10;
    private const int LeastShapes = 100;

    /// <summary>Takes <see cref="Unseen.Invisible"/> and <see cref="Unseen.Covered"/> from the glyphs of a scan's text layer; true when there is one.</summary>
    public static bool Reveal(PageInk ink, Unseen[] verdicts)
    {
        var hidden = 0;
        for (var i = 0; i < verdicts.Length; i++) hidden += IsLayer(verdicts[i]) && ink.Glyphs[i].Glyph.Text != " " ? 1 : 0;
        if (hidden == 0) return false;

        var pictures = ink.Paints.Where(p => p.Kind == PaintKind.Image).Select(p => p.Box).ToArray();
        // Letters drawn as shapes may have a text layer as pictures have.
        var drawn = pictures.Sum(p => p.Width * p.Height) >= LeastArea * ink.Width * ink.Height ? pictures
            : ink.Shapes.Count >= LeastShapes ? [ink.Shapes.Aggregate(Box.None, (all, s) => all.Union(s))] : [];
        if (drawn.Length == 0) return false;

        var (over, printed) = (0, 0);
        for (var i = 0; i < verdicts.Length; i++)
        {
            var box = ink.Glyphs[i].Glyph.Box;
            if (ink.Glyphs[i].Glyph.Text == " " || !Array.Exists(drawn, d => d.Contains(box.CenterX, box.CenterY))) continue;
            if (IsLayer(verdicts[i])) over++;
            else if (verdicts[i] == Unseen.None) printed++;
        }
        if (over * 10 < hidden * 8 || over < printed * InvisibleForPrinted) return false;

        for (var i = 0; i < verdicts.Length; i++)
        {
            if (IsLayer(verdicts[i]) && Array.Exists(drawn, d => d.Contains(ink.Glyphs[i].Glyph.Box.CenterX, ink.Glyphs[i].Glyph.Box.CenterY))) verdicts[i] = Unseen.None;
        }
        return true;
    }

    private static bool IsLayer(Unseen unseen) => unseen != Unseen.None && (unseen & ~(Unseen.Invisible | Unseen.Covered)) == Unseen.None;
}
