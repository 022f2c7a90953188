namespace Resumai.Server.Data;

/// <summary>A language in a display row.</summary>
/// <param name="Code">ISO 639; null when the printed name is not known.</param>
/// <param name="Name">As printed.</param>
/// <param name="Level">A1–C2 or <c>native</c>; null when the CV does not tell.</param>
internal sealed record DisplayedLanguage(string? Code, string Name, string? Level)
{
    /// <summary>As in a table cell and in the <c>language</c> filter: "de:C1", "en:native", "fr".</summary>
    public override string ToString() => Level is null ? Code ?? Name : $"{Code ?? Name}:{Level}";
}
