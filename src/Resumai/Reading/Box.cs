namespace Resumai.Reading;

/// <summary>A rectangle on a page, in PDF points (1/72 inch), origin at the top left of the page as a person sees it.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>No place known: formats without pages (DOCX) give it.</summary>
    public static Box None => default;

    public double Width => Right - Left;
    public double Height => Bottom - Top;
    public double CenterX => (Left + Right) / 2;
    public double CenterY => (Top + Bottom) / 2;
    public bool IsNone => Right <= Left && Bottom <= Top;

    /// <summary>The smallest box that holds both; <see cref="None"/> adds nothing.</summary>
    public Box Union(Box other) => IsNone ? other : other.IsNone ? this : new Box(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>Length in points that both share on the vertical axis; negative when apart.</summary>
    public double VerticalOverlap(Box other) => Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top);

    /// <summary>Length in points that both share on the horizontal axis; negative when apart.</summary>
    public double HorizontalOverlap(Box other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left);

    public bool Contains(double x, double y) => x >= Left && x <= Right && y >= Top && y <= Bottom;
}
