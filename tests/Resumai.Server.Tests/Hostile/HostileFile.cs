namespace Resumai.Server.Tests.Hostile;

/// <summary>A file made to hurt who reads it.</summary>
/// <param name="Outcomes">What may come of it: error codes of the API, or "record".</param>
public sealed record HostileFile(string Name, Func<byte[]> Make, params IReadOnlyList<string> Outcomes)
{
    /// <summary>All of them, as large as an upload may be at most.</summary>
    public static IReadOnlyList<HostileFile> All { get; } = [.. HostilePackages.All, .. HostilePdfs.All, .. HostilePdfFonts.All, .. HostilePdfPictures.All, .. HostilePictures.All, .. HostileRtfs.All];
}
