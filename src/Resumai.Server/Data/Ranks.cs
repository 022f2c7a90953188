namespace Resumai.Server.Data;

/// <summary>Levels of degrees, lowest first.</summary>
internal static class DegreeLevel
{
    public static readonly string[] All = ["none", "secondary", "vocational", "bachelor", "master", "doctorate"];

    /// <summary>0 for none … 5 for doctorate; null when unknown.</summary>
    public static int? RankOf(string? level) => Array.IndexOf(All, level) is >= 0 and var rank ? rank : null;
}

/// <summary>Levels of languages (Common European Framework of Reference), lowest first.</summary>
internal static class LanguageLevel
{
    public static readonly string[] All = ["A1", "A2", "B1", "B2", "C1", "C2", "native"];

    /// <summary>1 for A1 … 7 for native; 0 when unknown. Case does not matter.</summary>
    public static int RankOf(string? level) => Array.FindIndex(All, l => l.Equals(level, StringComparison.OrdinalIgnoreCase)) + 1;
}
