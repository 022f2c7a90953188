namespace Resumai.Ocr.Raster;

/// <summary>A rectangle of pixels; right and bottom are the first outside it.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom)
{
    public int Width => Right - Left;
    public int Height => Bottom - Top;

    public PixelBox Within(PixelBox bounds) => new(
        Math.Clamp(Left, bounds.Left, bounds.Right), Math.Clamp(Top, bounds.Top, bounds.Bottom),
        Math.Clamp(Right, bounds.Left, bounds.Right), Math.Clamp(Bottom, bounds.Top, bounds.Bottom));

    public PixelBox Union(PixelBox other) => new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    public PixelBox Moved(int x, int y) => new(Left + x, Top + y, Right + x, Bottom + y);

    public PixelBox Grown(int pixels) => new(Left - pixels, Top - pixels, Right + pixels, Bottom + pixels);
}

/// <summary>An image of grey values, 0 black to 255 white, line after line without padding. Pixels are not changed once it is handed on.</summary>
internal sealed class GrayImage(int width, int height, byte[] pixels)
{
    private GrayImage? _half;

    public GrayImage(int width, int height) : this(width, height, new byte[checked(width * height)]) { }

    public int Width { get; } = width;
    public int Height { get; } = height;
    public byte[] Pixels { get; } = pixels;
    public PixelBox Bounds => new(0, 0, Width, Height);

    /// <summary>At half the size; made once, since several look at it. Thread-safe.</summary>
    public GrayImage Half => LazyInitializer.EnsureInitialized(ref _half, () => Halved());

    public ReadOnlySpan<byte> Row(int y) => Pixels.AsSpan(y * Width, Width);

    /// <summary>Each pixel the mean of a square of <paramref name="factor"/> pixels.</summary>
    public GrayImage Shrunk(int factor)
    {
        if (factor <= 1) return this;
        if (factor == 2) return Half;
        var small = new GrayImage(Math.Max(1, Width / factor), Math.Max(1, Height / factor));
        var sums = new int[small.Width];
        for (var y = 0; y < small.Height; y++)
        {
            Array.Clear(sums);
            var rows = Math.Min(factor, Height - y * factor);
            for (var dy = 0; dy < rows; dy++)
            {
                var row = Row(y * factor + dy);
                for (var x = 0; x < small.Width; x++)
                {
                    var sum = 0;
                    foreach (var value in row.Slice(x * factor, Math.Min(factor, Width - x * factor))) sum += value;
                    sums[x] += sum;
                }
            }
            for (var x = 0; x < small.Width; x++) small.Pixels[y * small.Width + x] = (byte)(sums[x] / (rows * Math.Min(factor, Width - x * factor)));
        }
        return small;
    }

    private GrayImage Halved()
    {
        var small = new GrayImage(Math.Max(1, Width / 2), Math.Max(1, Height / 2));
        for (var y = 0; y < small.Height; y++)
        {
            // An image of one line or column has no second.
            var upper = Row(2 * y);
            var lower = Row(Math.Min(2 * y + 1, Height - 1));
            var result = small.Pixels.AsSpan(y * small.Width, small.Width);
            var right = Math.Min(1, Width - 1);
            for (int x = 0, at = 0; x < result.Length && at + right < upper.Length; x++, at += 2) result[x] = (byte)((upper[at] + upper[at + right] + lower[at] + lower[at + right]) / 4);
        }
        return small;
    }

    /// <summary>Turned clockwise by 0, 90, 180 or 270 degrees.</summary>
    public GrayImage Turned(int degrees)
    {
        if (degrees == 0) return this;
        var sideways = degrees is 90 or 270;
        var turned = new GrayImage(sideways ? Height : Width, sideways ? Width : Height);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (tx, ty) = degrees switch
                {
                    90 => (Height - 1 - y, x),
                    180 => (Width - 1 - x, Height - 1 - y),
                    _ => (y, Width - 1 - x),
                };
                turned.Pixels[ty * turned.Width + tx] = Pixels[y * Width + x];
            }
        }
        return turned;
    }

    public GrayImage Cut(PixelBox part)
    {
        var cut = new GrayImage(part.Width, part.Height);
        for (var y = 0; y < part.Height; y++) Row(part.Top + y).Slice(part.Left, part.Width).CopyTo(cut.Pixels.AsSpan(y * part.Width));
        return cut;
    }

    /// <summary>With a white frame around it.</summary>
    public GrayImage Framed(int pixels)
    {
        var framed = new GrayImage(Width + 2 * pixels, Height + 2 * pixels);
        Array.Fill(framed.Pixels, byte.MaxValue);
        for (var y = 0; y < Height; y++) Row(y).CopyTo(framed.Pixels.AsSpan((y + pixels) * framed.Width + pixels));
        return framed;
    }
}
