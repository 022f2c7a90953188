using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Resumai.Reading.Pdf;

/// <summary>
/// Runs the content of a page and notes, in painting order, the glyphs and the areas painted (ISO 32000-1, 8 and 9). What is
/// needed to tell whether a glyph can be seen is noted with it; the telling is <see cref="Visibility"/>'s.
/// </summary>
internal sealed partial class ContentReader : BaseStreamProcessor<ContentReader>
{
    /// <summary>Forms within forms; deeper nesting draws itself.</summary>
    private const int DeepestForm = 24;
    /// <summary>Operators of a page that may fail before the rest of it is taken for rubbish.</summary>
    private const int MostFaults = 500;
    /// <summary>Smallest size in points that counts as written for people, and the narrowest that letters of it may be squeezed to.</summary>
    private const double SmallestSize = 2, NarrowestSize = 0.7;

    private readonly ReadingContext _context;
    private readonly PageFrame _frame;
    private readonly TransformationMatrix _initialMatrix;
    private readonly CurrentGraphicsState _pristine;
    private readonly List<InkGlyph> _glyphs = [];
    private readonly ActualTexts _actualTexts = new();
    private int _formDepth, _faults;
    private double _groupOpacity = 1;

    public ContentReader(
        int number, IResourceStore resources, IPdfTokenScanner scanner, IPageContentParser parser, ILookupFilterProvider filters, CropBox crop,
        UglyToad.PdfPig.Geometry.UserSpaceUnit unit, PageRotationDegrees rotation, in TransformationMatrix initialMatrix, ReadingContext context, PageFrame frame)
        : base(number, resources, scanner, parser, filters, crop, unit, rotation, initialMatrix, context)
    {
        (_context, _frame, _clip, _initialMatrix) = (context, frame, frame.Page, initialMatrix);
        _pristine = GetCurrentState().DeepClone();
    }

    public IReadOnlyList<InkGlyph> Glyphs => _glyphs;

    public override ContentReader Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return this;
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        _context.CountOperations(operations.Count);
        foreach (var operation in operations)
        {
            try
            {
                operation.Run(this);
            }
            // One damaged operator or font must not cost the page; PdfPig throws all kinds for them.
            catch (Exception e) when (e is not (OutOfMemoryException or TooComplexException or InsufficientExecutionStackException))
            {
                if (++_faults > MostFaults) return;
            }
        }
    }

    /// <summary>Draws the appearance of an annotation (a filled-in form field, a stamp, a typed note) into its rectangle.</summary>
    public void DrawAppearance(StreamToken form, in TransformationMatrix placing)
    {
        GraphicsStack.Push(_pristine.DeepClone());
        var clip = _clip;
        _clip = _frame.Page;
        GetCurrentState().CurrentTransformationMatrix = placing.Multiply(_initialMatrix);
        ProcessFormXObject(form, null!);
        _clip = clip;
        if (StackSize > 1) GraphicsStack.Pop();
    }

    public override void ApplyXObject(NameToken xObjectName)
    {
        var off = _offDepth;
        if (_context.Layers is { } layers && ResourceStore.TryGetXObject(xObjectName, out var stream)
            && stream.StreamDictionary.TryGet(NameToken.Create("OC"), out var layer) && layers.IsOff(layer)) _offDepth++;
        base.ApplyXObject(xObjectName);
        _offDepth = off;
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        if (_formDepth >= DeepestForm) return;
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var (opacity, off, depth, clip, markedDepth) = (_groupOpacity, _offDepth, StackSize, _clip, _marks.Count);
        // A group is composited as one: its content starts opaque, and the whole is as transparent as the state outside.
        if (formStream.StreamDictionary.ContainsKey(NameToken.Group)) _groupOpacity *= GetCurrentState().AlphaConstantNonStroking;
        _layers.PushForm(formStream.StreamDictionary);
        _formDepth++;
        try
        {
            base.ProcessFormXObject(formStream, xObjectName);
        }
        finally
        {
            _formDepth--;
            _layers.PopForm();
            // Content that saves more states than it restores must not leak into what follows.
            while (StackSize > depth) PopState();
            (_groupOpacity, _offDepth, _clip) = (opacity, off, clip);
            if (_marks.Count > markedDepth) _marks.RemoveRange(markedDepth, _marks.Count - markedDepth);
        }
    }

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix, CharacterBoundingBox characterBoundingBox) =>
        Draw(font, currentState, fontSize, _context.Fonts.Glyph(font, code, PdfScanner), renderingMatrix, textMatrix, transformationMatrix);

    private void Draw(
        IFont font, CurrentGraphicsState state, double fontSize, in KnownGlyph known,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix)
    {
        _context.CountGlyph();
        if (known.Text is not { } text) return;

        // Rows of the product of text and transformation matrix: where the directions along and across the line go.
        var along = (X: (textMatrix.A * transformationMatrix.A) + (textMatrix.B * transformationMatrix.C), Y: (textMatrix.A * transformationMatrix.B) + (textMatrix.B * transformationMatrix.D));
        var across = (X: (textMatrix.C * transformationMatrix.A) + (textMatrix.D * transformationMatrix.C), Y: (textMatrix.C * transformationMatrix.B) + (textMatrix.D * transformationMatrix.D));
        var size = Math.Round(Math.Abs(fontSize) * known.SizeFactor * Length(across), 2);
        if (size <= 0 || !double.IsFinite(size)) return;

        var stretch = renderingMatrix.A;
        var start = transformationMatrix.Transform(textMatrix.Transform(new PdfPoint(0, renderingMatrix.F)));
        var advance = known.Width * stretch;
        var (x0, y0) = _frame.Point(start);
        var (x1, y1) = (x0 + (advance * along.X), y0 - (advance * along.Y));
        var sign = stretch < 0 ? -1 : 1;
        var (rotation, box, baseline) = Place(sign * along.X, sign * along.Y, x0, y0, x1, y1, size);
        if (!double.IsFinite(box.Left) || !double.IsFinite(box.Top) || !double.IsFinite(box.Right) || !double.IsFinite(box.Bottom)) return;

        var (color, bold, opacity, unseen) = Look(state, size);
        if (size < SmallestSize || Math.Abs(stretch) * known.SizeFactor * Length(along) < NarrowestSize) unseen |= Unseen.Tiny;
        if (_offDepth > 0) unseen |= Unseen.Off;
        if (IsOutside(box)) unseen |= Unseen.Clipped;
        var glyph = new InkGlyph(
            new Glyph(text, box, baseline, _context.Fonts.Of(font, size, color, bold), rotation), _paints.Count, (float)(opacity * _groupOpacity), unseen, known.IsMapped);
        if (IsTextClip(state)) _clipText.Add((_glyphs.Count, StackSize));
        _glyphs.Add(glyph);
    }

    private static double Length((double X, double Y) vector) => Math.Sqrt((vector.X * vector.X) + (vector.Y * vector.Y));

    /// <summary>The quadrant the text runs in, its box by font size and advance, and its base line.</summary>
    private static (int Rotation, Box Box, double Baseline) Place(double directionX, double directionY, double x0, double y0, double x1, double y1, double size)
    {
        var (up, down) = (size * GlyphMetrics.Ascent, size * GlyphMetrics.Descent);
        if (Math.Abs(directionX) >= Math.Abs(directionY))
        {
            return directionX >= 0
                ? (0, new Box(Math.Min(x0, x1), y0 - up, Math.Max(x0, x1), y0 + down), y0)
                : (180, new Box(Math.Min(x0, x1), y0 - down, Math.Max(x0, x1), y0 + up), y0);
        }
        return directionY < 0
            ? (90, new Box(x0 - down, Math.Min(y0, y1), x0 + up, Math.Max(y0, y1)), x0)
            : (270, new Box(x0 - up, Math.Min(y0, y1), x0 + down, Math.Max(y0, y1)), x0);
    }

    /// <summary>How text of a state is painted (ISO 32000-1, 9.3.6).</summary>
    private (int? Color, bool Bold, double Opacity, Unseen Unseen) Look(CurrentGraphicsState state, double size)
    {
        var mode = state.FontState.TextRenderingMode;
        var fills = mode is TextRenderingMode.Fill or TextRenderingMode.FillThenStroke or TextRenderingMode.FillClip or TextRenderingMode.FillThenStrokeClip;
        var strokes = mode is TextRenderingMode.Stroke or TextRenderingMode.FillThenStroke or TextRenderingMode.StrokeClip or TextRenderingMode.FillThenStrokeClip;
        if (!fills && !strokes) return (null, false, 1, Unseen.Invisible);

        var color = _context.Fonts.Color(fills ? state.CurrentNonStrokingColor : state.CurrentStrokingColor);
        var opacity = fills ? state.AlphaConstantNonStroking : state.AlphaConstantStroking;
        if (!fills || !strokes) return (color, false, opacity, Unseen.None);

        // Filled and stroked is how programs fake bold; in two colours it can be seen on any ground.
        var stroke = _context.Fonts.Color(state.CurrentStrokingColor);
        return (stroke == color ? color : null, stroke == color && state.LineWidth > 0.01 * size, Math.Max(opacity, state.AlphaConstantStroking), Unseen.None);
    }
}
