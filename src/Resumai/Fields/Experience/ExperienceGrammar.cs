using Resumai.Fields.Entries;
using static Resumai.Fields.Entries.EntryRole;

namespace Resumai.Fields.Experience;

/// <summary>The heads of posts: title, employer, place, in any order.</summary>
/// <param name="grouped">Below a line that names the employer of several posts: heads name none.</param>
internal sealed class ExperienceGrammar(EntryLexicon lexicon, Func<string, double> placeShare, bool grouped = false) : EntryGrammar(lexicon)
{
    private static readonly EntryRole[][] AllOrders =
    [
        [Title], [Organization], [Place], [Other],
        [Title, Organization], [Organization, Title], [Organization, Place], [Title, Place], [Place, Organization], [Place, Title],
        [Title, Organization, Place], [Organization, Place, Title], [Organization, Title, Place], [Title, Place, Organization], [Place, Organization, Title],
    ];

    private static readonly EntryRole[][] GroupedOrders = [.. AllOrders.Where(o => !o.Contains(Organization))];

    public override IReadOnlyList<EntryRole[]> Orders => grouped ? GroupedOrders : AllOrders;

    public override EntryGrammar? BelowOrganization => grouped ? null : new ExperienceGrammar(Lexicon, placeShare, grouped: true);

    public override double Missing(EntryRole role) => role switch { Title => 1.5, Organization => grouped ? 0 : 0.8, _ => 0 };

    public override PieceModel Model => PieceModel.Experience.Value;

    public override HeadEvidence Evidence(string text) => HeadEvidence.Of(text, Lexicon, placeShare);

    public override double Score(string text, HeadEvidence seen, EntryRole role)
    {
        if (seen.Words == 0) return -2;
        return role switch
        {
            Title => TitleScore(text, seen),
            Organization => OrganizationScore(text, seen),
            Place => PlaceScore(seen),
            _ => 0,
        };
    }

    private static double TitleScore(string text, HeadEvidence seen)
    {
        if (seen.Leave) return 3;
        var score = seen.Freelance ? 0.5 : seen.Job + (seen.JobModifier ? seen.Job > 0 ? 0.5 : 0.2 : 0);
        if (seen.LegalForm) score -= 2.5;
        if (seen.OrganisationWord) score -= seen.Job > 0 ? 0.5 : 1;
        if (seen.Place > 0.7 && seen.Job == 0) score -= 2;
        if (seen.Words > 8) score -= 0.25 * (seen.Words - 8);
        if (text.EndsWith('.') && seen.Words > 5) score -= 1.5;
        return score + 0.2;
    }

    private static double OrganizationScore(string text, HeadEvidence seen)
    {
        if (seen.Leave) return -2;
        if (seen.Freelance) return 0.8;
        var score = 0.0;
        if (seen.LegalForm) score += 3;
        if (seen.OrganisationWord || seen.SchoolWord) score += seen.Job >= 2 ? 0.8 : 1.5;
        score -= seen.Job * (seen.LegalForm ? 0.1 : 0.6);
        if (seen.Place > 0.9) score -= 1.8;
        if (text.Contains('&')) score += 0.4;
        if (seen.Capitalised) score += 0.3;
        else if (char.IsLower(text[seen.Tokens[0].Start])) score -= 0.8;
        if (seen.Words > 9) score -= 0.3 * (seen.Words - 9);
        return score;
    }

    private static double PlaceScore(HeadEvidence seen)
    {
        if (seen.Remote) return 2.5;
        if (seen.LegalForm || seen.Leave) return -3;
        // One or two capitalised words may be a town that no list has.
        var score = seen.Place > 0 ? 3 * seen.Place - 0.5 : seen is { Words: <= 2, Capitalised: true, HasDigits: false } ? -0.2 : -0.6;
        score -= seen.Job;
        if (seen.OrganisationWord || seen.SchoolWord) score -= 1.2;
        if (seen.Words > 3) score -= 0.6 * (seen.Words - 3);
        return score;
    }
}
