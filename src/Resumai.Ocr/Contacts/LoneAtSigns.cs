using Resumai.Ocr.Raster;
using Resumai.Ocr.Tesseract;

namespace Resumai.Ocr.Contacts;

/// <summary>At signs that stand by themselves ("Welder @ Acme"), which models of many languages read as "O" or "(Q": they are told by their shape.</summary>
internal static class LoneAtSigns
{
    /// <summary>In widths of the sign: its word without letters beside it.</summary>
    private const double Alone = 1.15;
    /// <summary>Part of the box of what was read that the sign takes, and of the sign.</summary>
    private const double Same = 0.6;
    private const int MostSigns = 3;
    private const double Certain = 0.9;
    private const string Sign = "@";

    public static IReadOnlyList<RecognizedWord> Told(IReadOnlyList<RecognizedWord> words, IReadOnlyList<AtSign> signs)
    {
        var alone = signs.Where(s => s.Word.Width <= Alone * s.Box.Width).Select(s => s.Box).ToList();
        return alone.Count == 0 ? words : [.. words.Select(w => w.Text.Length <= MostSigns && w.Text != Sign && alone.Exists(s => IsSame(s, w.Box)) ? w with { Text = Sign, Confidence = Certain, Letters = [] } : w)];
    }

    private static bool IsSame(PixelBox sign, PixelBox word)
    {
        var across = Math.Min(sign.Right, word.Right) - Math.Max(sign.Left, word.Left);
        var down = Math.Min(sign.Bottom, word.Bottom) - Math.Max(sign.Top, word.Top);
        return across >= Same * Math.Max(sign.Width, word.Width) && down >= Same * sign.Height;
    }
}
