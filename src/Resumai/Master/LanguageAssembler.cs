using Resumai.Fields.Languages;
using Resumai.Normalize.Languages;

namespace Resumai.Master;

/// <summary>The languages of the record: each once, as first listed.</summary>
internal static class LanguageAssembler
{
    public static IReadOnlyList<LanguageSkill> Assemble(IReadOnlyList<LanguageDraft> drafts, string? locale, EvidenceWriter evidence)
    {
        var labels = locale?.Split('-', '_')[0].ToLowerInvariant() ?? "en";
        var skills = new List<LanguageSkill>();
        foreach (var draft in drafts.DistinctBy(d => d.Code ?? d.Name.Value.ToLowerInvariant()))
        {
            var at = $"/languages/{skills.Count}";
            skills.Add(new LanguageSkill
            {
                Name = evidence.Add(at + "/name", draft.Name)!,
                Code = draft.Code,
                Label = draft.Code is { } code ? LanguageNames.Label(code, labels) ?? LanguageNames.Label(code, "en") : null,
                Level = draft.Level,
                RawLevel = evidence.Add(at + "/raw_level", draft.RawLevel),
                SelfAssessment = draft.SelfAssessment,
            });
        }
        return skills;
    }
}
