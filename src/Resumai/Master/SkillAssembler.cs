using Resumai.Fields;

namespace Resumai.Master;

/// <summary>The skills of the record: each once, as first listed.</summary>
internal static class SkillAssembler
{
    private static readonly string[] SkillsSection = ["skills"];

    public static IReadOnlyList<Skill> Assemble(IReadOnlyList<Found<string>> drafts, EvidenceWriter evidence) =>
    [
        .. drafts.DistinctBy(d => d.Value.ToLowerInvariant())
            .Select((draft, i) => new Skill { Name = evidence.Add($"/skills/{i}/name", draft)!, Sources = SkillsSection }),
    ];
}
