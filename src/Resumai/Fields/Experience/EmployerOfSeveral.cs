using Resumai.Fields.Entries;

namespace Resumai.Fields.Experience;

/// <summary>
/// Promotions: an employer printed once above several posts is the employer of each. It stands in the first post's head, on lines
/// of its own above it, or as an entry with dates that span those of the posts.
/// </summary>
internal static class EmployerOfSeveral
{
    public static IReadOnlyList<ExperienceDraft> Apply(IReadOnlyList<ExperienceDraft> drafts, IReadOnlyList<Entry> entries, EntryGrammar grammar)
    {
        var result = new List<ExperienceDraft>();
        ExperienceDraft? umbrella = null;
        var line = int.MinValue;
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            if (Above(entries[i], grammar) is { } employer) (umbrella, line) = (employer, int.MinValue);
            if (IsUmbrella(draft, i + 1 < drafts.Count ? drafts[i + 1] : null))
            {
                (umbrella, line) = (draft, int.MinValue);
                continue;
            }
            if (draft.Employer is not null) (umbrella, line) = entries[i].Parts.GetValueOrDefault(EntryRole.Organization) is { Place.Line: < 0 and var at } ? (draft, at) : (null, 0);
            else if (!draft.IsLeave && umbrella is not null && entries[i].Parts.Values.All(p => p.Place.Line > line)) draft = draft with { Employer = umbrella.Employer, Place = draft.Place ?? umbrella.Place };
            result.Add(draft);
        }
        return result;
    }

    private static bool IsUmbrella(ExperienceDraft draft, ExperienceDraft? next) =>
        draft is { Title: null, Employer: not null, Highlights.Count: 0, Dates: { } dates } && next is { Title: not null, Employer: null, Dates: { } inner }
        && Covers(dates.Value, inner.Value);

    private static bool Covers(Normalize.Dates.DateRange outer, Normalize.Dates.DateRange inner) =>
        outer.Start is { } from && inner.Start is { } innerFrom && innerFrom.Year >= from.Year
        && (outer.IsOpen || outer.End is { } to && (inner.End ?? inner.Start) is { } innerTo && innerTo.Year <= to.Year);

    /// <summary>An employer on the last line between two entries, which neither claimed.</summary>
    private static ExperienceDraft? Above(Entry entry, EntryGrammar grammar)
    {
        if (entry.Parts.ContainsKey(EntryRole.Organization)) return null;
        foreach (var line in entry.Above.Reverse())
        {
            foreach (var cell in HeadCell.Of(line, -1, grammar.Lexicon))
            {
                var parts = new RoleAligner(grammar).Align(cell, [EntryRole.Organization, EntryRole.Place]).Parts;
                var employer = Text(EntryRole.Organization);
                if (!employer.IsEmpty && grammar.Score(employer.Text, EntryRole.Organization) > (line.Emphasis >= 0.8 ? 0.2 : 0.9))
                    return new ExperienceDraft { Employer = employer.Find(0.7), Place = Text(EntryRole.Place).Find(0.7) };

                Passage Text(EntryRole role) => parts.FirstOrDefault(p => p.Role == role) is { Length: > 0 } part ? cell.Text.Slice(part.Start, part.Length) : Passage.Empty;
            }
        }
        return null;
    }
}
