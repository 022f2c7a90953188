using System.Buffers.Binary;
using System.IO.Compression;
using Resumai.Cli.Show;

namespace Resumai.Cli.Tests.Show;

public class PictureTests
{
    [Fact]
    public void Ink_darkens_the_paper_and_white_leaves_it()
    {
        var paper = new Picture(2, 1, [200, 100, 255, 10, 20, 30]);
        var ink = new Picture(2, 1, [255, 0, 128, 255, 255, 255]);

        ink.Over(paper).Rgb.ShouldBe([200, 0, 128, 10, 20, 30]);
    }

    [Fact]
    public void A_smaller_picture_has_the_means_of_the_larger()
    {
        var picture = new Picture(2, 2, [0, 0, 0, 100, 100, 100, 200, 200, 200, 100, 60, 20]);

        picture.Scaled(1, 1).Rgb.ShouldBe([100, 90, 80]);
        picture.Scaled(4, 4).Scaled(2, 2).Rgb.ShouldBe(picture.Rgb);
    }

    [Fact]
    public void PNG_holds_size_and_pixels()
    {
        byte[] pixels = [1, 2, 3, 4, 5, 6, 7, 8, 9, 250, 251, 252];
        var png = new Picture(2, 2, pixels).ToPng();

        png[1..4].ShouldBe("PNG"u8.ToArray());
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)).ShouldBe(2);
        BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)).ShouldBe(2);
        using var rows = new ZLibStream(new MemoryStream(png, 41, BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33))), CompressionMode.Decompress);
        using var data = new MemoryStream();
        rows.CopyTo(data);
        // Filter "up": each row is kept as its difference from the one above.
        data.ToArray().ShouldBe([2, 1, 2, 3, 4, 5, 6, 2, 6, 6, 6, 246, 246, 246]);
    }
}
