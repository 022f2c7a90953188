namespace Resumai.Server.Assets;

/// <summary>Bounds of one upload; the contract's, not settings.</summary>
public static class UploadLimits
{
    /// <summary>Most bytes of the file: 10 MiB.</summary>
    public const int FileBytes = 10_485_760;
    /// <summary>Most bytes of everything else in the body: boundaries, headers and the other fields.</summary>
    public const int OtherBytes = 65_536;
    public const int Tags = 20;
    public const int TagCharacters = 64;
    public const int FilenameCharacters = 255;
}
