using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Marks;

/// <summary>What a piece of ink halfway up a line is by its shape.</summary>
internal sealed record MiddleSign(string Text, bool IsDash)
{
    public const string Bullet = "•";
    private const byte Ink = 150;
    /// <summary>Parts of the height of a line's words: the smallest and the largest dot, and from which size on it is a bullet.</summary>
    private const double SmallestDot = 0.1, LargestDot = 0.56, LeastBullet = 0.28;
    /// <summary>The longer side of a dot over its shorter one; part of its box that a bullet fills, and no ring or letter.</summary>
    private const double Round = 1.4, TrulyRound = 1.12, Solid = 0.72;
    /// <summary>Parts of the height of a line's words: how thick a dash is at most, and between which lengths; its length over its thickness.</summary>
    private const double ThickestDash = 0.2, ShortestDash = 0.26, LongestDash = 1.7, DashShape = 2;
    /// <summary>In heights of the line's words: the least gap beside a dot, and the widest beside a dot or dash.</summary>
    private const double LeastGap = 0.12, WidestDotGap = 1.6, WidestDashGap = 1;

    private static readonly MiddleSign Dot = new("·", false), Disc = new(Bullet, false), Dash = new("–", true);

    /// <param name="height">The usual height of words in the line, in pixels.</param>
    public static MiddleSign? Of(PixelBox piece, GrayImage image, double height)
    {
        var (longer, shorter) = (Math.Max(piece.Width, piece.Height), Math.Min(piece.Width, piece.Height));
        if (piece.Height <= ThickestDash * height && piece.Width >= DashShape * piece.Height && piece.Width >= ShortestDash * height && piece.Width <= LongestDash * height) return Dash;
        if (longer > Round * shorter + 2 || longer < SmallestDot * height || longer > LargestDot * height) return null;
        return longer < LeastBullet * height ? Dot : Filled(image, piece) >= Solid ? Disc : null;
    }

    /// <summary>No short thick dash: where one was read, a dot has to be as high as it is long.</summary>
    public static bool IsRound(PixelBox piece) => Math.Max(piece.Width, piece.Height) <= TrulyRound * Math.Min(piece.Width, piece.Height) + 1;

    /// <param name="before">Pixels to the word before it.</param>
    /// <param name="after">Pixels to the word behind it, null where none is.</param>
    public bool IsBetween(double before, double? after, double height) => IsDash
        ? after is not null && Math.Max(before, after.Value) <= WidestDashGap * height
        : Math.Min(before, after ?? before) >= LeastGap * height && Math.Max(before, after ?? before) <= WidestDotGap * height;

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
