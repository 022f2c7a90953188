using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Contacts;

/// <summary>Cut-outs of a page, each on white.</summary>
internal static class ContactImage
{
    private const int Factor = 2, Frame = 24;
    private const byte Ink = 150;

    public static GrayImage Of(GrayImage page, PixelBox box, CutOut cutOut)
    {
        var cut = page.Cut(box.Within(page.Bounds));
        if (cutOut == CutOut.Plain) return cut.Framed(Frame / Factor);
        var large = Warp.Draw(cut, Projection.Scale(1.0 / Factor, 1.0 / Factor), cut.Width * Factor, cut.Height * Factor);
        if (cutOut == CutOut.Binary) large = new GrayImage(large.Width, large.Height, Array.ConvertAll(large.Pixels, p => p <= Ink ? byte.MinValue : byte.MaxValue));
        return large.Framed(Frame);
    }
}
