using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>The annotations of a page: links that lead to an address, and appearances that print something (filled-in forms, stamps).</summary>
internal sealed class PageAnnotations(DictionaryToken page, IPdfTokenScanner scanner)
{
    private const int Most = 2000, LongestUrl = 2000;
    /// <summary>Flags of annotations that are not shown: hidden, no view (ISO 32000-1, 12.5.3).</summary>
    private const int NotShown = 2 | 32;
    private static readonly NameToken Uri = NameToken.Create("URI"), Quads = NameToken.Create("QuadPoints"), Appearance = NameToken.Create("AP"), State = NameToken.Create("AS"), Flags = NameToken.Create("F");

    public IReadOnlyList<Link> Links(PageFrame frame, in TransformationMatrix matrix)
    {
        var links = new List<Link>();
        foreach (var annotation in All("Link"))
        {
            if (Address(annotation) is not { } url) continue;
            foreach (var box in Places(annotation, frame, matrix))
            {
                if (box.Width > 0 && box.Height > 0 && box.HorizontalOverlap(frame.Page) > 0 && box.VerticalOverlap(frame.Page) > 0) links.Add(new Link(url, box));
            }
        }
        return links;
    }

    /// <summary>Appearances that are shown, and the matrix that puts each into its rectangle (ISO 32000-1, 12.5.5).</summary>
    public IEnumerable<(StreamToken Form, TransformationMatrix Placing)> Appearances()
    {
        foreach (var annotation in All(null))
        {
            if (annotation.TryGet(NameToken.Subtype, scanner, out NameToken? kind) && kind.Data is "Link" or "Popup") continue;
            if (annotation.TryGet(Flags, scanner, out NumericToken? flags) && (flags.Int & NotShown) != 0) continue;
            if (!annotation.TryGet(Appearance, scanner, out DictionaryToken? appearances) || Normal(annotation, appearances) is not { } form) continue;
            if (Rectangle(annotation, NameToken.Rect) is not { } rectangle || Rectangle(form.StreamDictionary, NameToken.Bbox) is not { } bounds) continue;
            var own = form.StreamDictionary.TryGet(NameToken.Matrix, scanner, out ArrayToken? m) && m.Length == 6
                ? TransformationMatrix.FromArray([.. m.Data.OfType<NumericToken>().Select(n => n.Double)]) : TransformationMatrix.Identity;
            var drawn = Around(own.Transform(bounds));
            if (drawn.Width <= 0 || drawn.Height <= 0) continue;
            var (sx, sy) = (rectangle.Width / drawn.Width, rectangle.Height / drawn.Height);
            yield return (form, TransformationMatrix.FromValues(sx, 0, 0, sy, rectangle.Left - (drawn.Left * sx), rectangle.Bottom - (drawn.Bottom * sy)));
        }
    }

    private IEnumerable<DictionaryToken> All(string? subtype)
    {
        if (!page.TryGet(NameToken.Annots, scanner, out ArrayToken? annotations)) yield break;
        foreach (var token in annotations.Data.Take(Most))
        {
            if (DirectObjectFinder.TryGet(token, scanner, out DictionaryToken? annotation)
                && (subtype is null || (annotation.TryGet(NameToken.Subtype, scanner, out NameToken? kind) && kind.Data == subtype))) yield return annotation;
        }
    }

    private StreamToken? Normal(DictionaryToken annotation, DictionaryToken appearances)
    {
        if (!appearances.TryGet(NameToken.N, out var normal)) return null;
        if (DirectObjectFinder.TryGet(normal, scanner, out StreamToken? form)) return form;
        return DirectObjectFinder.TryGet(normal, scanner, out DictionaryToken? states) && annotation.TryGet(State, scanner, out NameToken? state)
            && states.TryGet(state, out var chosen) && DirectObjectFinder.TryGet(chosen, scanner, out form) ? form : null;
    }

    private string? Address(DictionaryToken annotation)
    {
        if (!annotation.TryGet(NameToken.A, scanner, out DictionaryToken? action) || !action.TryGet(Uri, out var token)) return null;
        var url = DirectObjectFinder.TryGet(token, scanner, out StringToken? text) ? text.Data : DirectObjectFinder.TryGet(token, scanner, out HexToken? hex) ? hex.Data : null;
        url = url is null ? null : string.Concat(url.Where(c => !char.IsControl(c))).Trim();
        return url is { Length: > 0 and <= LongestUrl } ? url : null;
    }

    /// <summary>A link over a line break has a box for each line.</summary>
    private IEnumerable<Box> Places(DictionaryToken annotation, PageFrame frame, TransformationMatrix matrix)
    {
        if (annotation.TryGet(Quads, scanner, out ArrayToken? quads) && quads.Length >= 8 && quads.Length % 8 == 0)
        {
            var n = quads.Data.OfType<NumericToken>().Select(q => q.Double).ToArray();
            for (var i = 0; i + 8 <= n.Length; i += 8)
            {
                var (xs, ys) = (new[] { n[i], n[i + 2], n[i + 4], n[i + 6] }, new[] { n[i + 1], n[i + 3], n[i + 5], n[i + 7] });
                yield return frame.Box(matrix, new PdfRectangle(xs.Min(), ys.Min(), xs.Max(), ys.Max()));
            }
        }
        else if (Rectangle(annotation, NameToken.Rect) is { } rectangle)
        {
            yield return frame.Box(matrix, rectangle);
        }
    }

    private PdfRectangle? Rectangle(DictionaryToken dictionary, NameToken key)
    {
        if (!dictionary.TryGet(key, scanner, out ArrayToken? array) || array.Length != 4) return null;
        var n = array.Data.Select(t => DirectObjectFinder.TryGet(t, scanner, out NumericToken? number) ? number.Double : double.NaN).ToArray();
        return Array.TrueForAll(n, double.IsFinite) ? new PdfRectangle(Math.Min(n[0], n[2]), Math.Min(n[1], n[3]), Math.Max(n[0], n[2]), Math.Max(n[1], n[3])) : null;
    }

    private static PdfRectangle Around(PdfRectangle r)
    {
        double[] xs = [r.TopLeft.X, r.TopRight.X, r.BottomLeft.X, r.BottomRight.X], ys = [r.TopLeft.Y, r.TopRight.Y, r.BottomLeft.Y, r.BottomRight.Y];
        return new PdfRectangle(xs.Min(), ys.Min(), xs.Max(), ys.Max());
    }
}
