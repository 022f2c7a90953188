namespace Resumai.Reading.Pdf;

/// <summary>The path under construction, in page coordinates: enough of it to know its boxes and what lies inside.</summary>
internal sealed class PathSketch
{
    /// <summary>A drawing with more points is taken for its box, which hides nothing.</summary>
    private const int MostPoints = 20_000;

    private readonly List<(double X, double Y)> _points = [];
    private readonly List<int> _starts = [];

    public Box Bounds { get; private set; }
    public bool IsEmpty => _points.Count == 0;
    public bool IsWhole => _points.Count < MostPoints;

    public void Start(double x, double y)
    {
        _starts.Add(_points.Count);
        Add(x, y);
    }

    public void Line(double x, double y) => Add(x, y);

    /// <summary>A Bézier curve as four straight pieces.</summary>
    public void Curve(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        if (IsEmpty) return;
        var (x0, y0) = _points[^1];
        for (var i = 1; i <= 4; i++)
        {
            var (t, u) = (i / 4.0, 1 - (i / 4.0));
            Add((u * u * u * x0) + (3 * u * u * t * x1) + (3 * u * t * t * x2) + (t * t * t * x3), (u * u * u * y0) + (3 * u * u * t * y1) + (3 * u * t * t * y2) + (t * t * t * y3));
        }
    }

    private void Add(double x, double y)
    {
        if (!double.IsFinite(x) || !double.IsFinite(y) || !IsWhole) return;
        Bounds = IsEmpty ? new Box(x, y, x, y) : new Box(Math.Min(Bounds.Left, x), Math.Min(Bounds.Top, y), Math.Max(Bounds.Right, x), Math.Max(Bounds.Bottom, y));
        _points.Add((x, y));
    }

    /// <summary>True for one rectangle with sides along the page.</summary>
    public bool IsRectangle
    {
        get
        {
            if (_starts.Count != 1 || _points.Count is < 4 or > 5) return false;
            if (_points.Count == 5 && !Near(_points[4], _points[0])) return false;
            for (var i = 0; i < 4; i++)
            {
                var (a, b) = (_points[i], _points[(i + 1) % 4]);
                if (Math.Abs(a.X - b.X) > 0.01 && Math.Abs(a.Y - b.Y) > 0.01) return false;
            }
            return true;
        }
    }

    private static bool Near((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) < 0.01 && Math.Abs(a.Y - b.Y) < 0.01;

    /// <summary>The boxes of its parts that are no rectangles along the page: letters turned into outlines are such parts.</summary>
    public IEnumerable<Box> Shapes()
    {
        for (var i = 0; i < _starts.Count; i++)
        {
            var (from, to) = (_starts[i], i + 1 < _starts.Count ? _starts[i + 1] : _points.Count);
            if (to - from <= 5) continue;
            var box = new Box(double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
            for (var p = from; p < to; p++)
            {
                var (x, y) = _points[p];
                box = new Box(Math.Min(box.Left, x), Math.Min(box.Top, y), Math.Max(box.Right, x), Math.Max(box.Bottom, y));
            }
            yield return box;
        }
    }

    /// <summary>Even-odd rule: crossings of a ray to the right.</summary>
    public bool Contains(double x, double y)
    {
        var inside = false;
        for (var i = 0; i < _starts.Count; i++)
        {
            var (from, to) = (_starts[i], i + 1 < _starts.Count ? _starts[i + 1] : _points.Count);
            for (int p = from, q = to - 1; p < to; q = p++)
            {
                var (a, b) = (_points[p], _points[q]);
                if (a.Y > y != b.Y > y && x < ((b.X - a.X) * (y - a.Y) / (b.Y - a.Y)) + a.X) inside = !inside;
            }
        }
        return inside;
    }
}
