namespace Resumai.Reading.Structure;

/// <summary>What lies behind text: a colour (0xRRGGBB), or something that cannot be told (a picture, a pattern).</summary>
internal readonly record struct Ground(int? Color)
{
    /// <summary>Differences of a colour channel up to it are not seen on paper or screen.</summary>
    private const int Unseen = 16;
    /// <summary>Points; smaller print cannot be read.</summary>
    private const double SmallestPrint = 2;

    public static Ground Paper { get; } = new(0xFFFFFF);
    public static Ground Unknown { get; } = new(null);

    /// <summary>The shade laid over it, or itself when there is none.</summary>
    public Ground Under(Ground? shade) => shade ?? this;

    public bool Shows(Font font) => font.Size >= SmallestPrint && (font.Color is not { } ink || Color is not { } ground || Differ(ink, ground));

    private static bool Differ(int a, int b) =>
        Math.Abs((a >> 16) - (b >> 16)) > Unseen || Math.Abs(((a >> 8) & 0xFF) - ((b >> 8) & 0xFF)) > Unseen || Math.Abs((a & 0xFF) - (b & 0xFF)) > Unseen;
}
