namespace Resumai.Reading.Pdf;

/// <summary>
/// Tells the glyphs of a page that can be seen from those that cannot: by how they are drawn, and by what is painted behind
/// and over them.
/// </summary>
internal sealed class Visibility(PageInk ink, ImageColors images)
{
    /// <summary>Differences of a colour channel up to this are not seen: #F4F4F4 on white paper.</summary>
    private const double Indistinct = 12;
    private const double Transparent = 0.05, Opaque = 0.95;
    private const int Paper = 0xFFFFFF;

    /// <summary>Why each glyph cannot be seen; in the order of <see cref="PageInk.Glyphs"/>.</summary>
    public Unseen[] Judge()
    {
        var glyphs = ink.Glyphs;
        var verdicts = new Unseen[glyphs.Count];
        for (var from = 0; from < glyphs.Count;)
        {
            var to = from + 1;
            var run = glyphs[from].Glyph.Box;
            while (to < glyphs.Count && SameRun(glyphs[from], glyphs[to])) run = run.Union(glyphs[to++].Glyph.Box);
            Judge(from, to, run, verdicts);
            from = to;
        }
        return verdicts;
    }

    private static bool SameRun(InkGlyph a, InkGlyph b) =>
        a.PaintsBefore == b.PaintsBefore && ReferenceEquals(a.Glyph.Font, b.Glyph.Font) && a.Glyph.Baseline == b.Glyph.Baseline && a.Opacity == b.Opacity;

    private void Judge(int from, int to, Box run, Unseen[] verdicts)
    {
        var first = ink.Glyphs[from];
        var below = Touching(run, 0, first.PaintsBefore);
        var above = Touching(run, first.PaintsBefore, ink.Paints.Count);
        for (var i = from; i < to; i++)
        {
            var glyph = ink.Glyphs[i];
            verdicts[i] = glyph.Unseen | (glyph.Opacity <= Transparent ? Unseen.Invisible : Unseen.None);
            if (verdicts[i] == Unseen.None && Blends(glyph, below)) verdicts[i] |= Unseen.Camouflaged;
            if (above is not null && IsCovered(glyph.Glyph.Box, above)) verdicts[i] |= Unseen.Covered;
        }
        if (above is not null) UncoverWords(from, to, verdicts);
    }

    /// <summary>A word of which a letter or two are painted over is still read by a person.</summary>
    private void UncoverWords(int from, int to, Unseen[] verdicts)
    {
        for (int start = from, i = from; i <= to; i++)
        {
            if (i < to && ink.Glyphs[i].Glyph.Text != " ") continue;
            var covered = 0;
            for (var g = start; g < i; g++) covered += verdicts[g] == Unseen.Covered ? 1 : 0;
            for (var g = start; covered > 0 && covered * 3 <= i - start && g < i; g++) verdicts[g] &= ~Unseen.Covered;
            start = i + 1;
        }
    }

    private List<Paint>? Touching(Box run, int from, int to)
    {
        List<Paint>? touching = null;
        for (var i = from; i < to; i++)
        {
            var paint = ink.Paints[i];
            if (paint.Box.Left < run.Right && paint.Box.Right > run.Left && paint.Box.Top < run.Bottom && paint.Box.Bottom > run.Top) (touching ??= []).Add(paint);
        }
        return touching;
    }

    /// <summary>True when the glyph has the colour of what is behind it. Where that cannot be known (photos, gradients), it is taken to show.</summary>
    private bool Blends(InkGlyph glyph, List<Paint>? below)
    {
        if (glyph.Glyph.Font.Color is not { } color) return false;
        return Behind(glyph.Glyph.Box, below) is { } ground && Difference(color, ground) * glyph.Opacity <= Indistinct;
    }

    /// <summary>The colour behind the middle of a box: the paints above each other, over white paper. Null when unknown.</summary>
    private int? Behind(Box box, List<Paint>? paints)
    {
        if (paints is null) return Paper;
        var ground = Paper;
        for (var i = paints.Count - 1; i >= 0; i--)
        {
            if (paints[i].Opacity >= Opaque && Color(paints[i], box) is { } solid)
            {
                ground = solid;
                paints = paints[(i + 1)..];
                break;
            }
        }
        foreach (var paint in paints)
        {
            if (!paint.Contains(box.CenterX, box.CenterY)) continue;
            if (paint.Opacity <= 0 || Color(paint, box) is not { } color) return null;
            ground = Mix(color, ground, paint.Opacity);
        }
        return ground;
    }

    private int? Color(Paint paint, Box box)
    {
        if (!paint.Contains(box.CenterX, box.CenterY)) return null;
        return paint.Color ?? (paint.Kind == PaintKind.Image ? images.At(paint, box) : null);
    }

    /// <summary>True when one opaque area painted later hides the glyph: its middle and most of its box.</summary>
    private static bool IsCovered(Box box, List<Paint> above)
    {
        foreach (var paint in above)
        {
            if (paint.Opacity < Opaque || paint.Kind == PaintKind.Shading) continue;
            if (!paint.Contains(box.CenterX, box.CenterY) || paint.Box.HorizontalOverlap(box) < 0.8 * box.Width || paint.Box.VerticalOverlap(box) < 0.7 * box.Height) continue;
            if (paint.Outline is null || (paint.Contains(box.Left + (0.2 * box.Width), box.CenterY) && paint.Contains(box.Right - (0.2 * box.Width), box.CenterY)
                && paint.Contains(box.CenterX, box.Top + (0.3 * box.Height)) && paint.Contains(box.CenterX, box.Bottom - (0.3 * box.Height)))) return true;
        }
        return false;
    }

    private static int Difference(int a, int b) =>
        Math.Max(Math.Abs(((a >> 16) & 0xFF) - ((b >> 16) & 0xFF)), Math.Max(Math.Abs(((a >> 8) & 0xFF) - ((b >> 8) & 0xFF)), Math.Abs((a & 0xFF) - (b & 0xFF))));

    private static int Mix(int color, int ground, double opacity)
    {
        var mixed = 0;
        for (var shift = 16; shift >= 0; shift -= 8)
        {
            mixed |= (int)Math.Round((((color >> shift) & 0xFF) * opacity) + (((ground >> shift) & 0xFF) * (1 - opacity))) << shift;
        }
        return mixed;
    }
}
