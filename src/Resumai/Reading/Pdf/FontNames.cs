namespace Resumai.Reading.Pdf;

/// <summary>What the name of a font gives away.</summary>
internal static class FontNames
{
    /// <summary>The bold cuts of TeX's fonts: cmbx10, SFBX1000, lmbx, ecbx.</summary>
    private static readonly string[] BoldBeginnings = ["CMBX", "SFBX", "ECBX", "LMBX", "CMSSBX", "SFSX"];
    private static readonly string[] BoldParts = ["bold", "black", "heavy", "-demi", "medi-"];
    private static readonly string[] ItalicParts = ["italic", "oblique", "slanted"];

    /// <summary>"ABCDEF+Carlito-Bold" is Carlito-Bold: the prefix only marks a subset (ISO 32000-1, 9.6.4).</summary>
    public static string Family(string name) =>
        name.Length > 7 && name[6] == '+' && name.AsSpan(0, 6).IndexOfAnyExceptInRange('A', 'Z') < 0 ? name[7..] : name;

    public static bool SayBold(string name) =>
        Array.Exists(BoldParts, p => name.Contains(p, StringComparison.OrdinalIgnoreCase)) || name.EndsWith("-Medi", StringComparison.Ordinal)
        || Array.Exists(BoldBeginnings, b => name.StartsWith(b, StringComparison.OrdinalIgnoreCase));

    public static bool SayItalic(string name) => Array.Exists(ItalicParts, p => name.Contains(p, StringComparison.OrdinalIgnoreCase));
}
