using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Marks;

/// <summary>The outline of a piece of ink with what it encloses, on a small square: a star and a hollow star are alike.</summary>
internal sealed class Silhouette
{
    private const int Side = 12;
    private const double Whole = 0.92;
    private readonly bool[] _ink;
    private readonly bool[] _inside = new bool[Side * Side];

    private Silhouette(bool[] ink) => _ink = ink;

    /// <summary>True when it encloses next to nothing.</summary>
    public bool IsSolid => _inside.Where((inside, i) => inside && _ink[i]).Count() >= Whole * _inside.Count(i => i);

    /// <summary>Part of the box that the piece covers, with what it encloses.</summary>
    public double Filled => _inside.Count(i => i) / (double)_inside.Length;

    public static Silhouette Of(GrayImage image, PixelBox box, byte limit)
    {
        var ink = new bool[Side * Side];
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++) ink[y * Side + x] = HasInk(image, Cell(box, x, y), limit);
        }
        var shape = new Silhouette(ink);
        Array.Fill(shape._inside, true);
        var open = new Stack<int>(Enumerable.Range(0, ink.Length).Where(i => i % Side is 0 or Side - 1 || i / Side is 0 or Side - 1));
        while (open.TryPop(out var at))
        {
            if (ink[at] || !shape._inside[at]) continue;
            shape._inside[at] = false;
            if (at % Side > 0) open.Push(at - 1);
            if (at % Side < Side - 1) open.Push(at + 1);
            if (at >= Side) open.Push(at - Side);
            if (at + Side < ink.Length) open.Push(at + Side);
        }
        return shape;
    }

    /// <summary>1 for the same shape, 0 for shapes that have nothing in common.</summary>
    public double Likeness(Silhouette other)
    {
        var (both, either) = (0, 0);
        for (var i = 0; i < _inside.Length; i++)
        {
            if (_inside[i] && other._inside[i]) both++;
            if (_inside[i] || other._inside[i]) either++;
        }
        return either == 0 ? 0 : both / (double)either;
    }

    private static PixelBox Cell(PixelBox box, int x, int y) => new(
        box.Left + box.Width * x / Side, box.Top + box.Height * y / Side,
        Math.Max(box.Left + box.Width * (x + 1) / Side, box.Left + box.Width * x / Side + 1), Math.Max(box.Top + box.Height * (y + 1) / Side, box.Top + box.Height * y / Side + 1));

    private static bool HasInk(GrayImage image, PixelBox cell, byte limit)
    {
        var (part, dark) = (cell.Within(image.Bounds), 0);
        for (var y = part.Top; y < part.Bottom; y++)
        {
            foreach (var value in image.Row(y)[part.Left..part.Right]) dark += value <= limit ? 1 : 0;
        }
        return dark * 3 > part.Width * part.Height;
    }
}
