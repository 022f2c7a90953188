using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Resumai.Ocr.Raster;

/// <summary>Draws an image anew through a projective map, by bicubic interpolation (Keys, 1981, a = -0.5).</summary>
internal static class Warp
{
    private const int Phases = 64, OneBits = 12, One = 1 << OneBits;
    private static readonly int[] Weights = MakeWeights();

    /// <param name="toSource">From a pixel of the result to the place in the source.</param>
    public static GrayImage Draw(GrayImage source, Projection toSource, int width, int height)
    {
        var result = new GrayImage(width, height);
        for (var y = 0; y < height; y++)
        {
            var row = result.Pixels.AsSpan(y * width, width);
            if (toSource is { G: 0, H: 0 }) DrawAffine(source, toSource, row, y);
            else DrawRow(source, toSource, row, y);
        }
        return result;
    }

    private static void DrawRow(GrayImage source, Projection toSource, Span<byte> row, int y)
    {
        for (var x = 0; x < row.Length; x++)
        {
            var (sx, sy) = toSource.Map(x + 0.5, y + 0.5);
            row[x] = Sample(source, sx - 0.5, sy - 0.5);
        }
    }

    /// <summary>Without the division of a perspective the places in the source are as far from each other as the first two.</summary>
    private static void DrawAffine(GrayImage source, Projection toSource, Span<byte> row, int y)
    {
        var (sx, sy) = toSource.Map(0.5, y + 0.5);
        for (var x = 0; x < row.Length; x++) row[x] = Sample(source, sx - 0.5 + toSource.A * x, sy - 0.5 + toSource.D * x);
    }

    private static byte Sample(GrayImage source, double x, double y)
    {
        if (!(x > -1 && y > -1 && x < source.Width && y < source.Height)) return 255;
        // Above -1, where a cast rounds as the floor does once 1 is added.
        var (left, top) = ((int)(x + 1) - 1, (int)(y + 1) - 1);
        if (left < 1 || top < 1 || left >= source.Width - 2 || top >= source.Height - 2) return SampleEdge(source, x, y, left, top);

        ref var first = ref source.Pixels[(top - 1) * source.Width + left - 1];
        var (one, two, three, four) = (Four(ref first), Four(ref Unsafe.Add(ref first, source.Width)), Four(ref Unsafe.Add(ref first, 2 * source.Width)), Four(ref Unsafe.Add(ref first, 3 * source.Width)));
        // Most of a page is paper.
        if ((one & two & three & four) == uint.MaxValue) return byte.MaxValue;

        var across = Vector128.LoadUnsafe(ref Weights[Phase(x, left)]);
        ref var down = ref Weights[Phase(y, top)];
        var sum = (long)down * Row(one, across) + (long)Unsafe.Add(ref down, 1) * Row(two, across) + (long)Unsafe.Add(ref down, 2) * Row(three, across) + (long)Unsafe.Add(ref down, 3) * Row(four, across);
        return Rounded(sum);
    }

    private static byte SampleEdge(GrayImage source, double x, double y, int left, int top)
    {
        var across = Weights.AsSpan(Phase(x, left), 4);
        var down = Weights.AsSpan(Phase(y, top), 4);
        var sum = 0L;
        for (var i = 0; i < 4; i++)
        {
            var line = Math.Clamp(top - 1 + i, 0, source.Height - 1) * source.Width;
            for (var j = 0; j < 4; j++) sum += (long)down[i] * across[j] * source.Pixels[line + Math.Clamp(left - 1 + j, 0, source.Width - 1)];
        }
        return Rounded(sum);
    }

    private static uint Four(ref byte pixels) => Unsafe.ReadUnaligned<uint>(ref pixels);

    private static int Row(uint pixels, Vector128<int> weights) =>
        Vector128.Sum(Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalarUnsafe(pixels).AsByte())).AsInt32() * weights);

    private static int Phase(double at, int floor) => Math.Min((int)((at - floor) * Phases), Phases - 1) * 4;

    private static byte Rounded(long sum) => (byte)Math.Clamp((sum + (1L << (2 * OneBits - 1))) >> (2 * OneBits), 0, byte.MaxValue);

    private static int[] MakeWeights()
    {
        var weights = new int[Phases * 4];
        for (var i = 0; i < Phases; i++)
        {
            var t = (i + 0.5) / Phases;
            double[] w = [((-0.5 * t + 1) * t - 0.5) * t, (1.5 * t - 2.5) * t * t + 1, ((-1.5 * t + 2) * t + 0.5) * t, (0.5 * t - 0.5) * t * t];
            for (var j = 0; j < 4; j++) weights[i * 4 + j] = (int)Math.Round(w[j] * One);
            weights[i * 4 + 1] += One - weights[i * 4] - weights[i * 4 + 1] - weights[i * 4 + 2] - weights[i * 4 + 3];
        }
        return weights;
    }
}
