namespace Resumai.Reading;

/// <summary>How a piece of text is set.</summary>
/// <param name="Name">Family name as the file gives it, without a subset prefix; empty when unknown.</param>
/// <param name="Size">Visible size in points.</param>
/// <param name="Color">0xRRGGBB, or null when unknown.</param>
public sealed record Font(string Name, double Size, bool Bold, bool Italic, int? Color)
{
    public static Font Unknown { get; } = new("", 10, false, false, null);
}
