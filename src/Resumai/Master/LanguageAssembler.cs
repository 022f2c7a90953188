using Resumai.Fields.Languages;
using Resumai.Normalize.Languages;

namespace Resumai.Master;

/// <summary>Languages as found → languages of the record.</summary>
internal static class LanguageAssembler
{
    /// <param name="labels">The language labels are given in.</param>
    public static IReadOnlyList<LanguageSkill> Assemble(IReadOnlyList<LanguageDraft> drafts, string labels, EvidenceWriter evidence) =>
        [.. drafts.Select((draft, i) => One(draft, $"/languages/{i}", labels, evidence))];

    private static LanguageSkill One(LanguageDraft draft, string at, string labels, EvidenceWriter evidence) => new()
    {
        Name = evidence.Add(at + "/name", draft.Name)!,
        Code = draft.Code,
        Label = draft.Code is null ? null : LanguageNames.Label(draft.Code, labels),
        Level = draft.Level,
        RawLevel = evidence.Add(at + "/raw_level", draft.RawLevel),
        SelfAssessment = draft.SelfAssessment,
    };
}
