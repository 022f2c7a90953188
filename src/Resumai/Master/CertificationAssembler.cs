using Resumai.Fields.Certifications;

namespace Resumai.Master;

/// <summary>The certifications of the record. A range of dates is from award to expiry.</summary>
internal static class CertificationAssembler
{
    public static IReadOnlyList<Certification> Assemble(IReadOnlyList<CertificationDraft> drafts, EvidenceWriter evidence) =>
        [.. drafts.Select((draft, i) => Assemble(draft, $"/certifications/{i}", evidence))];

    private static Certification Assemble(CertificationDraft draft, string at, EvidenceWriter evidence)
    {
        var start = draft.Date?.Value.Start?.ToString();
        var end = draft.Date?.Value.End?.ToString();
        if (start is not null) evidence.Note(at + "/date", draft.Date!.Confidence, draft.Date.Spans);
        if (end is not null) evidence.Note(at + "/expires", draft.Date!.Confidence, draft.Date.Spans);
        return new Certification(evidence.Add(at + "/name", draft.Name)!, evidence.Add(at + "/issuer", draft.Issuer), start, end);
    }
}
