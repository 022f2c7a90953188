using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>
/// The page turned so that text of one direction runs left to right: turned text is arranged by the same rules as upright text
/// and its boxes are turned back in the end.
/// </summary>
/// <param name="Rotation">Clockwise degrees of the text: 0, 90, 180 or 270.</param>
internal readonly record struct PageFrame(int Rotation, double PageWidth, double PageHeight)
{
    public double Width => Rotation is 90 or 270 ? PageHeight : PageWidth;
    public double Height => Rotation is 90 or 270 ? PageWidth : PageHeight;

    public Glyph Turn(Glyph glyph) => Rotation switch
    {
        90 => glyph with { Box = Turn(glyph.Box), Baseline = PageWidth - glyph.Baseline },
        180 => glyph with { Box = Turn(glyph.Box), Baseline = PageHeight - glyph.Baseline },
        270 => glyph with { Box = Turn(glyph.Box) },
        _ => glyph,
    };

    public Box Turn(Box box) => Rotation switch
    {
        90 => new Box(box.Top, PageWidth - box.Right, box.Bottom, PageWidth - box.Left),
        180 => new Box(PageWidth - box.Right, PageHeight - box.Bottom, PageWidth - box.Left, PageHeight - box.Top),
        270 => new Box(PageHeight - box.Bottom, box.Left, PageHeight - box.Top, box.Right),
        _ => box,
    };

    public Box TurnBack(Box box) => Rotation switch
    {
        90 => new Box(PageWidth - box.Bottom, box.Left, PageWidth - box.Top, box.Right),
        180 => Turn(box),
        270 => new Box(box.Top, PageHeight - box.Right, box.Bottom, PageHeight - box.Left),
        _ => box,
    };
}
