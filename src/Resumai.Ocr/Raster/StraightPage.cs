using Resumai.Ocr.Pages;

namespace Resumai.Ocr.Raster;

/// <summary>A page made ready for recognition: black on white, upright, straight, of one resolution.</summary>
/// <param name="DotsPerInch">Pixels of <paramref name="Image"/> to an inch of the page, both ways.</param>
internal sealed record StraightPage(GrayImage Image, double WidthInPoints, double HeightInPoints, double DotsPerInch)
{
    /// <summary>How it was made of the picture it comes from; null where it was not made of one.</summary>
    public Straightening? Steps { get; init; }

    /// <summary>Dots per inch: what has more is shrunk, what has less is enlarged, which costs time beyond it and tells no more.</summary>
    private const double Most = 300, Enough = 240;
    private const double MostUpscaling = 3.5, MostPixels = 24_000_000;
    private const double A4Width = 595, A4Height = 842, LetterWidth = 612;
    /// <summary>A page is between these sizes in points; a picture that claims another size says nothing of its size.</summary>
    private const double SmallestPage = 250, LargestPage = 1_300;

    /// <param name="upright">The page is known to stand straight: it has text of its own.</param>
    public static StraightPage Of(PageImage page, bool upright = false)
    {
        var bright = Brightness(page);
        var corners = upright ? null : PaperEdges.Find(bright);
        var clean = EvenLight.Of(page.Colors, bright);
        var (width, height, toSource) = corners is null
            ? ((double)page.Width, (double)page.Height, Projection.Identity) : Sheet(corners);
        // The rest is judged on the sheet.
        if (corners is not null)
        {
            clean = Warp.Draw(clean, toSource, (int)width, (int)height);
            toSource = Projection.Identity;
        }
        var direction = upright ? default : TextDirection.Find(clean);
        if (direction.IsSideways) clean = clean.Turned(90);

        var size = Size(page, corners is not null, direction.IsSideways, clean);
        var resolution = clean.Width / size.Width * 72;
        var dotsPerInch = Math.Min(resolution * Scale(resolution), Math.Sqrt(MostPixels / (size.Width * size.Height)) * 72);
        var (columns, rows) = ((int)Math.Round(size.Width * dotsPerInch / 72), (int)Math.Round(size.Height * dotsPerInch / 72));
        var stands = columns == clean.Width && rows == clean.Height && Math.Abs(direction.Skew) < 0.1;
        return new StraightPage(stands ? clean : Straightening.Fit(clean, direction.Skew, columns, rows), size.Width, size.Height, dotsPerInch)
        {
            Steps = new Straightening(corners, width, height, direction.IsSideways, stands ? 0 : direction.Skew),
        };
    }

    /// <summary>The page upside down.</summary>
    public StraightPage Turned(int degrees) => degrees == 0 ? this : this with
    {
        Image = Image.Turned(degrees),
        WidthInPoints = degrees == 180 ? WidthInPoints : HeightInPoints,
        HeightInPoints = degrees == 180 ? HeightInPoints : WidthInPoints,
    };

    private static double Scale(double dotsPerInch) =>
        dotsPerInch >= Enough ? Math.Min(1, Most / dotsPerInch) : Math.Min(MostUpscaling, Enough / dotsPerInch);

    private static (double Width, double Height, Projection ToSource) Sheet((double X, double Y)[] corners)
    {
        var width = (Distance(corners[0], corners[1]) + Distance(corners[3], corners[2])) / 2;
        var height = (Distance(corners[0], corners[3]) + Distance(corners[1], corners[2])) / 2;
        return (width, height, Projection.ToCorners(width, height, corners));
    }

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt((a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y));

    /// <summary>The size as declared, if it is one of a page; else that of a sheet of the same shape.</summary>
    private static (double Width, double Height) Size(PageImage page, bool cut, bool sideways, GrayImage clean)
    {
        var (width, height) = sideways ? (page.HeightInPoints, page.WidthInPoints) : (page.WidthInPoints, page.HeightInPoints);
        if (!cut && Math.Min(width, height) >= SmallestPage && Math.Max(width, height) <= LargestPage) return (width, height);

        var shape = clean.Width / (double)clean.Height;
        return shape switch
        {
            > 0.68 and < 0.74 => (A4Width, A4Height),
            > 1.35 and < 1.48 => (A4Height, A4Width),
            > 0.74 and < 0.8 => (LetterWidth, LetterWidth / shape),
            > 1 => (A4Height, A4Height / shape),
            _ => (A4Width, A4Width / shape),
        };
    }

    private static GrayImage Brightness(PageImage page)
    {
        var gray = new GrayImage(page.Width, page.Height);
        for (int i = 0, at = 0; i < gray.Pixels.Length; i++, at += 3)
        {
            gray.Pixels[i] = (byte)((page.Colors[at] * 77 + page.Colors[at + 1] * 150 + page.Colors[at + 2] * 29) >> 8);
        }
        return gray;
    }
}
