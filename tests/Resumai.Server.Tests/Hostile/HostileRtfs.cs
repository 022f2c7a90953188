using System.Text;

namespace Resumai.Server.Tests.Hostile;

/// <summary>RTF: deep, long and lying.</summary>
internal static class HostileRtfs
{
    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("rtf: a million groups deep", () => Rtf(Zip.Repeat("{", 1_000_000) + "a"), "too_complex", "corrupt_document"),
        new("rtf: binary data longer than the file", () => Rtf("Experience\\par 2019 Baker\\par\\bin2147483647 x"), "record", "corrupt_document"),
        new("rtf: five million control words", () => Rtf("Experience\\par " + Zip.Repeat("\\b", 4_500_000)), "record", "too_complex"),
        new("rtf: a million fonts", () => Rtf("{\\fonttbl" + Zip.Repeat("{\\f1 A;}", 1_000_000) + "}Experience\\par"), "record", "too_complex"),
        new("rtf: a million cells", () => Rtf("\\trowd" + Zip.Repeat("\\cellx1", 700_000) + " " + Zip.Repeat("a\\cell", 700_000) + "\\row"), "record", "too_complex"),
        new("rtf: an object to be started", () => Rtf("{\\object\\objautlink\\objupdate{\\*\\objdata 0105000002000000}}Experience\\par 2019 Baker\\par"), "record"),
    ];

    private static byte[] Rtf(string body) => Encoding.Latin1.GetBytes("{\\rtf1\\ansi " + body + "}");
}
