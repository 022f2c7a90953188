using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;
using Resumai.Ocr.Words;

namespace Resumai.Ocr.Marks;

/// <summary>What a piece of ink halfway up a line is by its shape.</summary>
internal sealed record MiddleSign(string Text, bool IsDash)
{
    public const string Bullet = "•", Point = "·";
    private const byte Ink = 150, PaleInk = 200;
    /// <summary>Parts of the height of a line's words: the smallest and the largest dot, and from which size on it is a bullet.</summary>
    private const double SmallestDot = 0.1, LargestDot = 0.56, LeastBullet = 0.28;
    /// <summary>The longer side of a dot over its shorter one; part of its box that a bullet fills, and no ring or letter.</summary>
    private const double Round = 1.4, TrulyRound = 1.12, Solid = 0.72;
    /// <summary>Parts of the height of a line's words: how thick a dash is at most, and between which lengths; its length over its thickness.</summary>
    private const double ThickestDash = 0.2, ShortestDash = 0.26, LongestDash = 1.7, DashShape = 2;
    /// <summary>In heights of the line's words: the least gap beside a dot, and the widest beside a dot or dash.</summary>
    private const double LeastGap = 0.12, WidestDotGap = 1.6, WidestDashGap = 1;
    /// <summary>In heights of the line's words: between which heights over the base line a pale dash is.</summary>
    private const double LowestPaleDash = 0.2, HighestPaleDash = 0.6;

    /// <summary>Parts of the height of a line's words: how high a swung dash is at most; its length over its height; of its box: how much it fills at most, how much lower the middle of its right half is than that of its left; pixels from which on that can be told.</summary>
    private const double HighestWave = 0.36, WaveShape = 1.7, WaveFilled = 0.8, Swing = 0.15;
    private const int LeastWave = 3;

    private static readonly MiddleSign Dot = new(Point, false), Disc = new(Bullet, false), Dash = new("–", true), Wave = new("~", true);

    /// <summary>A swung dash, which recognisers take for a level one.</summary>
    public bool IsWave => this == Wave;

    /// <param name="height">The usual height of words in the line, in pixels.</param>
    public static MiddleSign? Of(PixelBox piece, GrayImage image, double height)
    {
        if (IsSwung(piece, image, height)) return Wave;
        var (longer, shorter) = (Math.Max(piece.Width, piece.Height), Math.Min(piece.Width, piece.Height));
        if (piece.Height <= ThickestDash * height && piece.Width >= DashShape * piece.Height && piece.Width >= ShortestDash * height && piece.Width <= LongestDash * height) return Dash;
        if (longer > Round * shorter + 2 || longer < SmallestDot * height || longer > LargestDot * height) return null;
        return longer < LeastBullet * height ? Dot : Filled(image, piece) >= Solid ? Disc : null;
    }

    /// <summary>No short thick dash: where one was read, a dot has to be at least as high as it is long.</summary>
    public static bool IsRound(PixelBox piece) => piece.Width <= TrulyRound * piece.Height + 1;

    /// <summary>A small dot that was read as a dash: its ink, pale at the edges, is about as high as long.</summary>
    public static bool IsDotRead(PixelBox box, GrayImage image, double height) =>
        ListMark.Trim(image, box.Grown(1).Within(image.Bounds), PaleInk) is { } ink && ink.Width <= LeastBullet * height && ink.Height <= LeastBullet * height
        && ink.Height >= SmallestDot * height && ink.Width <= Round * ink.Height;

    /// <summary>Nothing but a level stroke halfway up stands between two words, pale as thin strokes of low resolution are.</summary>
    public static bool IsPaleDash(PixelBox between, GrayImage image, double baseline, double height) =>
        between is { Width: > 2, Height: > 2 } && ListMark.Trim(image, between, PaleInk) is { } ink
        && ink.Width >= ShortestDash * height && ink.Width <= LongestDash * height && ink.Height <= ThickestDash * height + 1 && ink.Width >= DashShape * ink.Height
        && (baseline - (ink.Top + ink.Bottom) / 2.0) / height is >= LowestPaleDash and <= HighestPaleDash;

    /// <summary>A point that was read as a colon: one piece of ink, pale at the edges, free of the base line and of the letters before it.</summary>
    public static bool IsPointRead(RecognizedWord word, GrayImage image, double height)
    {
        if (word.Text.Length > 1 && word.Letters.Count != word.Text.Length) return false;
        var box = word.Text.Length == 1 ? word.Box : word.Letters[^1].Box;
        if (word.Text.Length > 1 && box.Left - word.Letters[^2].Box.Right < LeastGap * height) return false;
        var place = (box with { Top = (int)(word.Baseline - height), Bottom = (int)(word.Baseline + LeastGap * height) }).Within(image.Bounds);
        return ListMark.Trim(image, place, PaleInk) is { } ink && ink.Width <= LeastBullet * height && ink.Height <= LeastBullet * height
            && ink.Height >= SmallestDot * height && ink.Bottom <= word.Baseline - SmallestDot * height;
    }

    /// <param name="before">Pixels to the word before it.</param>
    /// <param name="after">Pixels to the word behind it, null where none is.</param>
    public bool IsBetween(double before, double? after, double height) => IsDash
        ? after is not null && Math.Max(before, after.Value) <= WidestDashGap * height
        : Math.Min(before, after ?? before) >= LeastGap * height && Math.Max(before, after ?? before) <= WidestDotGap * height;

    /// <summary>Longer than high, ink in half of its box, a crest in the left half and a trough in the right one.</summary>
    private static bool IsSwung(PixelBox rough, GrayImage image, double height)
    {
        if (ListMark.Trim(image, rough.Within(image.Bounds)) is not { } piece) return false;
        if (piece.Height < LeastWave || piece.Height > HighestWave * height || piece.Width < WaveShape * piece.Height || piece.Width < ShortestDash * height || piece.Width > LongestDash * height || Filled(image, piece) > WaveFilled) return false;
        return Level(image, Part(piece, 0.55, 0.85)) - Level(image, Part(piece, 0.15, 0.45)) >= Swing * piece.Height;
    }

    private static PixelBox Part(PixelBox box, double from, double to) => box with { Left = box.Left + (int)(from * box.Width), Right = box.Left + (int)Math.Ceiling(to * box.Width) };

    /// <summary>The mean height of the ink in a box, in pixels from the top.</summary>
    private static double Level(GrayImage image, PixelBox box)
    {
        var (sum, ink) = (0.0, 0);
        for (var y = box.Top; y < box.Bottom; y++)
        {
            foreach (var value in image.Row(y)[box.Left..box.Right])
            {
                if (value > Ink) continue;
                sum += y;
                ink++;
            }
        }
        return ink == 0 ? 0 : sum / ink;
    }

    private static double Filled(GrayImage image, PixelBox box)
    {
        var (part, ink) = (box.Within(image.Bounds), 0);
        for (var y = part.Top; y < part.Bottom; y++)
        {
            foreach (var value in image.Row(y)[part.Left..part.Right]) ink += value <= Ink ? 1 : 0;
        }
        return ink / (double)(part.Width * part.Height);
    }
}
