using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Core;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>Paths, clipping, images and shadings: the areas a page paints.</summary>
internal sealed partial class ContentReader
{
    /// <summary>Areas smaller than this in both directions hide and back no text.</summary>
    private const double SmallestArea = 1.5;
    /// <summary>No page of text needs more; a drawing beyond it is not looked at.</summary>
    private const int MostAreas = 20_000, MostShapes = 50_000;
    private static readonly NameToken[] Masks = [NameToken.Smask, NameToken.Mask, NameToken.ImageMask];

    private readonly List<Paint> _paints = [];
    private readonly List<Box> _shapes = [];
    private readonly Stack<Box> _clips = new();
    private readonly List<(int Glyph, int Depth)> _clipText = [];
    private PathSketch _path = new();
    private Box _clip;
    private bool _clipsNext;

    public IReadOnlyList<Paint> Paints => _paints;
    public IReadOnlyList<Box> Shapes => _shapes;

    public override void PushState()
    {
        _clips.Push(_clip);
        base.PushState();
    }

    public override void PopState()
    {
        if (_clips.TryPop(out var clip)) _clip = clip;
        _clipText.RemoveAll(t => t.Depth >= StackSize);
        base.PopState();
    }

    public override void MoveTo(double x, double y)
    {
        var (px, py) = Place(x, y);
        _path.Start(px, py);
    }

    public override void LineTo(double x, double y)
    {
        var (px, py) = Place(x, y);
        if (_path.IsEmpty) _path.Start(px, py);
        else _path.Line(px, py);
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3) => BezierCurveTo(double.NaN, 0, x2, y2, x3, y3);

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        var (bx, by) = Place(x2, y2);
        var (cx, cy) = Place(x3, y3);
        var (ax, ay) = double.IsNaN(x1) ? (bx, by) : Place(x1, y1);
        _path.Curve(ax, ay, bx, by, cx, cy);
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
        MoveTo(x, y);
        LineTo(x + width, y);
        LineTo(x + width, y + height);
        LineTo(x, y + height);
    }

    private (double X, double Y) Place(double x, double y)
    {
        var point = CurrentTransformationMatrix.Transform(new PdfPoint(x, y));
        CurrentPosition = point;
        return _frame.Point(point);
    }

    public override void BeginSubpath()
    {
        // A path part begins where it is moved to.
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close) => EndPath();

    public override void FillPath(FillingRule fillingRule, bool close)
    {
        Fill();
        EndPath();
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
        Fill();
        EndPath();
    }

    public override void ClosePath() => EndPath();

    public override void EndPath()
    {
        if (_clipsNext) Clip(_path.Bounds);
        _clipsNext = false;
        _path = new PathSketch();
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule) => _clipsNext = !_path.IsEmpty;

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule) => Clip(_frame.Box(CurrentTransformationMatrix, rectangle));

    /// <summary>Clipping by boxes alone keeps more than is seen, never less.</summary>
    private void Clip(Box box) => _clip = new Box(
        Math.Max(_clip.Left, box.Left), Math.Max(_clip.Top, box.Top), Math.Max(Math.Max(_clip.Left, box.Left), Math.Min(_clip.Right, box.Right)), Math.Max(Math.Max(_clip.Top, box.Top), Math.Min(_clip.Bottom, box.Bottom)));

    private void Fill()
    {
        if (_path.IsEmpty || _offDepth > 0) return;
        var state = GetCurrentState();
        if (_shapes.Count < MostShapes && state.AlphaConstantNonStroking > 0.1) _shapes.AddRange(_path.Shapes().Where(IsOnClip));
        var rectangle = _path.IsRectangle;
        Add(PaintKind.Fill, _path.Bounds, _context.Fonts.Color(state.CurrentNonStrokingColor), rectangle || _path.IsWhole ? Opacity(state) : 0, rectangle ? null : _path);
    }

    private bool IsOnClip(Box box) => box.CenterX >= _clip.Left && box.CenterX <= _clip.Right && box.CenterY >= _clip.Top && box.CenterY <= _clip.Bottom;

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
        var dictionary = xObjectContentRecord.Stream.StreamDictionary;
        var masked = Array.Exists(Masks, dictionary.ContainsKey);
        Add(PaintKind.Image, ImageBox(), null, masked ? 0 : Opacity(GetCurrentState()), null, xObjectContentRecord.Stream);
    }

    public override void EndInlineImage(Memory<byte> bytes)
    {
        InlineImageBuilder = null;
        Add(PaintKind.Image, ImageBox(), null, 0);
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
        // Never called: EndInlineImage needs no image, only its place.
    }

    public override void PaintShading(NameToken shadingName) => Add(PaintKind.Shading, _clip, null, Opacity(GetCurrentState()));

    private Box ImageBox() => _frame.Box(CurrentTransformationMatrix, new PdfRectangle(0.0, 0.0, 1.0, 1.0));

    /// <summary>0 where masks and blend modes decide what shines through.</summary>
    private double Opacity(CurrentGraphicsState state) =>
        state.SoftMask is null && state.BlendMode == BlendMode.Normal ? state.AlphaConstantNonStroking * _groupOpacity : 0;

    private void Add(PaintKind kind, Box box, int? color, double opacity, PathSketch? outline = null, StreamToken? image = null)
    {
        if (_offDepth > 0 || _paints.Count >= MostAreas) return;
        var seen = new Box(Math.Max(box.Left, _clip.Left), Math.Max(box.Top, _clip.Top), Math.Min(box.Right, _clip.Right), Math.Min(box.Bottom, _clip.Bottom));
        if (seen.Width <= 0 || seen.Height <= 0) return;
        ShowClipText(seen);
        if (seen.Width >= SmallestArea && seen.Height >= SmallestArea) _paints.Add(new Paint(kind, seen, color, opacity, outline, image));
    }

    private static bool IsTextClip(CurrentGraphicsState state) => state.FontState.TextRenderingMode == TextRenderingMode.NeitherClip;

    /// <summary>Text used as a clipping path is seen by what is painted through it: letters filled with a gradient or a picture.</summary>
    private void ShowClipText(Box painted)
    {
        foreach (var (index, _) in _clipText)
        {
            if (index >= _glyphs.Count) continue;
            var glyph = _glyphs[index];
            if (glyph.Glyph.Box.HorizontalOverlap(painted) > 0 && glyph.Glyph.Box.VerticalOverlap(painted) > 0)
            {
                _glyphs[index] = glyph with { Unseen = glyph.Unseen & ~Unseen.Invisible, PaintsBefore = _paints.Count + 1 };
            }
        }
    }

    /// <summary>Less than a quarter of the glyph lies inside the clipping path.</summary>
    private bool IsOutside(Box box)
    {
        var (width, height) = (Math.Min(box.Right, _clip.Right) - Math.Max(box.Left, _clip.Left), Math.Min(box.Bottom, _clip.Bottom) - Math.Max(box.Top, _clip.Top));
        if (width < 0 || height < 0 || _clip.Width <= 0 || _clip.Height <= 0) return true;
        return width * height < 0.25 * box.Width * box.Height;
    }
}
