using Resumai.Tagging;

namespace Resumai.Tests.Tagging;

public class LinearModelTests
{
    private const int Classes = 3;

    [Theory]
    [InlineData(0, 1, -2, 3)]
    [InlineData(63, 4, 0, 0)]
    [InlineData(64, 0, 0, -5)]
    [InlineData(65, 0, 0, 0)]
    [InlineData(FeatureList.Buckets - 1, 127, -127, 1)]
    public void What_is_written_and_read_again_adds_the_weights_of_each_bucket(int bucket, int first, int second, int third)
    {
        using var file = new MemoryStream();
        Model().Write(file);
        file.Position = 0;

        var sums = new float[Classes];
        LinearModel.Read(file).Add([bucket], sums);

        sums.ShouldBe([first * 0.5f, second * 0.5f, third * 0.5f]);
    }

    [Fact]
    public void Weights_of_all_features_add_up()
    {
        var sums = new float[] { 10, 0, 0 };

        Model().Add([0, 63, 65, 0], sums);

        sums.ShouldBe([13, -2, 3]);
    }

    [Fact]
    public void A_file_without_the_models_mark_is_refused()
    {
        using var file = new MemoryStream();
        using (var brotli = new System.IO.Compression.BrotliStream(file, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(new byte[100]);
        file.Position = 0;

        Should.Throw<InvalidDataException>(() => LinearModel.Read(file));
    }

    private static LinearModel Model()
    {
        var weights = new sbyte[Classes * FeatureList.Buckets];
        Put(0, [1, -2, 3]);
        Put(63, [4, 0, 0]);
        Put(64, [0, 0, -5]);
        Put(FeatureList.Buckets - 1, [127, -127, 1]);
        return new LinearModel(Classes, weights, 0.5f);

        void Put(int bucket, sbyte[] row) => row.CopyTo(weights, bucket * Classes);
    }
}
