namespace Resumai.Reading.Pdf;

/// <summary>Why a glyph cannot be seen although its content is drawn.</summary>
[Flags]
internal enum Unseen
{
    None = 0,
    /// <summary>Drawn neither filled nor stroked (text rendering mode 3 or 7), or fully transparent.</summary>
    Invisible = 1,
    /// <summary>In a layer (optional content) that is switched off.</summary>
    Off = 2,
    /// <summary>Outside the clipping path or the page.</summary>
    Clipped = 4,
    /// <summary>Less than 2 points high, or squeezed to nothing.</summary>
    Tiny = 8,
    /// <summary>In the colour of what is behind it.</summary>
    Camouflaged = 16,
    /// <summary>Painted over.</summary>
    Covered = 32,
}

/// <summary>A glyph as the content draws it, before anybody asks whether it can be seen.</summary>
/// <param name="PaintsBefore">How many <see cref="Paint"/>s of the page are drawn before it.</param>
/// <param name="Opacity">0 is transparent, 1 opaque.</param>
/// <param name="Mapped">False when the font does not say which character the glyph is.</param>
internal sealed record InkGlyph(Glyph Glyph, int PaintsBefore, float Opacity, Unseen Unseen, bool Mapped);
