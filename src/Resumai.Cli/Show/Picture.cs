namespace Resumai.Cli.Show;

/// <summary>A raster picture: red, green, blue, a byte each, line after line.</summary>
internal sealed record Picture(int Width, int Height, byte[] Rgb)
{
    /// <summary>Laid over another as ink on paper: white changes nothing.</summary>
    public Picture Over(Picture paper)
    {
        var mixed = new byte[paper.Rgb.Length];
        var (columns, rows) = (Math.Min(Width, paper.Width), Math.Min(Height, paper.Height));
        paper.Rgb.CopyTo(mixed, 0);
        for (var y = 0; y < rows; y++)
        {
            var (from, to) = (y * Width * 3, y * paper.Width * 3);
            for (var i = 0; i < columns * 3; i++) mixed[to + i] = (byte)(mixed[to + i] * Rgb[from + i] / 255);
        }
        return paper with { Rgb = mixed };
    }
}
