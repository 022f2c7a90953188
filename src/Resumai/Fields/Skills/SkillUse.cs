namespace Resumai.Fields.Skills;

/// <summary>A skill that the text of a post shows.</summary>
/// <param name="Name">As printed there.</param>
/// <param name="Key">Equal for all names of one skill (<see cref="SkillKey"/>).</param>
internal sealed record SkillUse(Found<string> Name, string Key);
