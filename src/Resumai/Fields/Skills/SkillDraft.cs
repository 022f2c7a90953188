namespace Resumai.Fields.Skills;

/// <summary>A skill as listed.</summary>
/// <param name="Level">The words printed for how well; bars and stars are none.</param>
/// <param name="Years">Years of practice as printed beside it.</param>
internal sealed record SkillDraft(Found<string> Name, Found<string>? Level = null, int? Years = null);
