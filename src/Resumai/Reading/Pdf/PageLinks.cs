using UglyToad.PdfPig.Core;

namespace Resumai.Reading.Pdf;

/// <summary>The link annotations of a page that lead to an address.</summary>
internal static class PageLinks
{
    public static IReadOnlyList<Link> Read(UglyToad.PdfPig.Content.Page page)
    {
        try
        {
            return [.. page.GetHyperlinks()
                .Where(link => !string.IsNullOrWhiteSpace(link.Uri))
                .Select(link => new Link(link.Uri.Trim(), ToBox(link.Bounds, page.Height)))];
        }
        // A broken annotation must not cost the text of the page; what it throws depends on what is broken.
        catch (Exception)
        {
            return [];
        }
    }

    private static Box ToBox(PdfRectangle bounds, double pageHeight)
    {
        var (left, right) = (Math.Min(bounds.BottomLeft.X, bounds.TopRight.X), Math.Max(bounds.BottomLeft.X, bounds.TopRight.X));
        var (bottom, top) = (Math.Min(bounds.BottomLeft.Y, bounds.TopRight.Y), Math.Max(bounds.BottomLeft.Y, bounds.TopRight.Y));
        return new Box(left, pageHeight - top, right, pageHeight - bottom);
    }
}
