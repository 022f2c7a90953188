using Resumai.Master;

namespace Resumai.Fields.Languages;

/// <summary>A language a CV lists.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Code">Derived: ISO 639-1, 639-3 where there is none ("Norsk" is <c>no</c>); null when the name is not known.</param>
/// <param name="Level">Derived: A1–C2 or <c>native</c>; null when none is printed in words or letters.</param>
/// <param name="RawLevel">The level as printed, without bars, dots and stars.</param>
/// <param name="SelfAssessment">Of a grid with a column for each skill, else null.</param>
public sealed record LanguageDraft(Found<string> Name, string? Code, string? Level, Found<string>? RawLevel, SelfAssessment? SelfAssessment = null);
