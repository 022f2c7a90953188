using Resumai.Fields.Entries;
using Resumai.Fields.Items;
using Resumai.Knowledge;
using Resumai.Sections;

namespace Resumai.Fields.Volunteering;

/// <summary>"Role, organisation (dates)" on a line, or role and organisation on two, in either order.</summary>
internal static class VolunteeringExtractor
{
    public static IReadOnlyList<VolunteeringDraft> Extract(Section section, string? language, string? locale, ColumnEdges edges)
    {
        var found = new List<VolunteeringDraft>();
        foreach (var item in new ItemCutter(language, locale, edges).Cut(section.Lines))
        {
            var (first, rest) = Parts(item, language);
            if (!ItemParts.HasLetters(first.Text) || ItemParts.IsSentence(first.Text) || (ItemParts.IsSentence(item.Head.Text) && item.Date is null)) continue;
            if (!ItemParts.HasLetters(rest.Text))
            {
                if (found.Count > 0 && Paired(found[^1], first, item, language) is { } pair)
                {
                    found[^1] = pair;
                    continue;
                }
                var role = Organisations.IsRole(first.Text, language) || !Organisations.Names(first.Text, language) ? first.Find(0.6) : null;
                found.Add(new VolunteeringDraft(role, role is null ? first.Find(0.6) : null, item.Date));
                continue;
            }
            var swapped = RoleScore(rest.Text, language) > RoleScore(first.Text, language);
            var (title, organisation) = swapped ? (rest, first) : (first, rest);
            found.Add(new VolunteeringDraft(title.Find(0.75), organisation.Find(0.75), item.Date));
        }
        return found;
    }

    /// <summary>An organisation on a line of its own and the role on the next, or the reverse, with one date between them.</summary>
    private static VolunteeringDraft? Paired(VolunteeringDraft above, Passage line, SectionItem item, string? language)
    {
        if ((above.Role is null) == (above.Organization is null) || (above.Dates is not null && item.Date is not null)) return null;
        var dates = above.Dates ?? item.Date;
        if (Organisations.Names(line.Text, language) && above.Organization is null) return above with { Organization = line.Find(0.65), Dates = dates };
        if (above.Organization is null && Organisations.IsRole(above.Role!.Value, language) && !Organisations.IsRole(line.Text, language)) return above with { Organization = line.Find(0.6), Dates = dates };
        if (above.Role is null) return above with { Role = line.Find(0.65), Dates = dates };
        return RoleScore(line.Text, language) > 0 && !Organisations.IsRole(above.Role.Value, language)
            ? above with { Organization = above.Role, Role = line.Find(0.65), Dates = dates }
            : null;
    }

    private static (Passage First, Passage Second) Parts(SectionItem item, string? language)
    {
        var (first, rest) = ItemParts.Two(item, atComma: true);
        if (rest.IsEmpty && AtWord(item.Head, language) is { } parts) (first, rest) = parts;
        if (rest.IsEmpty && item.Below.Count > 0 && !ItemParts.IsSentence(item.Below[0].Text)) rest = item.Below[0];
        return (first, ItemParts.UpToSeparator(WithoutAt(rest, language)));
    }

    private static Passage WithoutAt(Passage organisation, string? language) =>
        Tokens.Of(organisation.Text) is [{ Start: 0 } first, _, ..] && EntryLexicon.For(language).AtWords.Contains(first.Folded)
            ? ItemParts.Bare(organisation.Slice(first.End, organisation.Text.Length - first.End))
            : organisation;

    /// <summary>"Trainer at Sports Club", "Helferin bei der Tafel".</summary>
    private static (Passage, Passage)? AtWord(Passage head, string? language)
    {
        var lexicon = EntryLexicon.For(language);
        foreach (var token in Tokens.Of(head.Text).Skip(1))
        {
            if (!lexicon.AtWords.Contains(token.Folded)) continue;
            return (ItemParts.Bare(head.Slice(0, token.Start)), ItemParts.Bare(head.Slice(token.End, head.Text.Length - token.End)));
        }
        return null;
    }

    private static int RoleScore(string text, string? language) =>
        (Organisations.IsRole(text, language) ? 1 : 0) - (Organisations.Names(text, language) ? 1 : 0);
}
