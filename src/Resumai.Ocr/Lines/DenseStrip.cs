using Resumai.Ocr.Raster;

namespace Resumai.Ocr.Lines;

/// <summary>The band of a page with the most edges of ink, where running text is: as high as it takes to tell the page's direction and language.</summary>
internal static class DenseStrip
{
    /// <summary>Part of the page's height that is read at most, and by how much a band is higher than the last that said too little.</summary>
    private const double Highest = 0.22, Step = 0.04;
    /// <summary>Edges of ink that about four hundred letters have, for each dot per inch.</summary>
    private const double Enough = 60;
    private const byte Ink = 128;

    public static PixelBox Find(GrayImage image, double dotsPerInch)
    {
        var edges = Edges(image);
        var strip = default(PixelBox);
        for (var part = Highest % Step + Step; part < Highest + Step / 2; part += Step)
        {
            strip = Densest(edges, image.Width, Math.Max(1, (int)(image.Height * part)));
            if (edges[strip.Bottom] - edges[strip.Top] >= Enough * dotsPerInch) break;
        }
        return strip;
    }

    private static PixelBox Densest(long[] edges, int width, int height)
    {
        var best = 0;
        for (var top = 0; top + height < edges.Length; top += Math.Max(1, height / 16))
        {
            if (edges[top + height] - edges[top] > edges[best + height] - edges[best]) best = top;
        }
        return new PixelBox(0, best, width, best + height);
    }

    /// <summary>How many there are above each row.</summary>
    private static long[] Edges(GrayImage image)
    {
        var edges = new long[image.Height + 1];
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Row(y);
            var count = 0;
            for (var x = 1; x < row.Length; x++) count += (row[x] < Ink) != (row[x - 1] < Ink) ? 1 : 0;
            edges[y + 1] = edges[y] + count;
        }
        return edges;
    }
}
