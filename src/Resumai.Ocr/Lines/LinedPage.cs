using Resumai.Ocr.Marks;
using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Lines;

/// <summary>A page with all letters dark, without the outlines around its text, the rules under it and the marks that grade skills, and the lines of ink on it.</summary>
internal sealed record LinedPage(StraightPage Picture, IReadOnlyList<InkLine> Lines)
{
    public static LinedPage Of(StraightPage picture)
    {
        var unframed = TextFrames.Without(PaleInk.Darkened(picture.Image, picture.DotsPerInch), picture.DotsPerInch);
        var unruled = Underlines.Without(unframed, picture.DotsPerInch);
        var unmarked = GradeMarks.Without(unruled, GradeMarks.Find(unruled, picture.DotsPerInch));
        return new LinedPage(picture with { Image = unmarked }, InkLines.Find(unmarked, picture.DotsPerInch));
    }
}
