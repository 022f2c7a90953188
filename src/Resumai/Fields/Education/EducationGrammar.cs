using Resumai.Fields.Entries;
using static Resumai.Fields.Entries.EntryRole;

namespace Resumai.Fields.Education;

/// <summary>The heads of studies: degree, subject, institution, place, grade, in any order. A degree with its subject in one piece is a title.</summary>
internal sealed class EducationGrammar(EntryLexicon lexicon, Func<string, double> placeShare) : EntryGrammar(lexicon)
{
    private static readonly EntryRole[][] AllOrders =
    [
        [Title], [Organization], [Place], [Field], [Grade], [Other],
        [Title, Field], [Field, Title], [Title, Organization], [Organization, Title], [Organization, Place], [Title, Grade], [Organization, Grade], [Field, Grade],
        [Field, Title, Organization], [Field, Title, Organization, Place], [Title, Field, Organization], [Organization, Title, Field], [Title, Organization, Place], [Organization, Place, Title], [Title, Field, Grade],
        [Title, Organization, Grade], [Organization, Title, Grade], [Title, Field, Organization, Grade],
        [Title, Field, Organization, Place], [Organization, Field], [Field, Organization], [Organization, Place, Grade], [Title, Place], [Organization, Place, Title, Field],
    ];

    public override IReadOnlyList<EntryRole[]> Orders => AllOrders;

    public override double Missing(EntryRole role) => role switch { Title => 1.2, Organization => 1.2, Field => 0.2, _ => 0 };

    public override PieceModel Model => PieceModel.Education.Value;

    public override HeadEvidence Evidence(string text) => HeadEvidence.Of(text, Lexicon, placeShare);

    public override double Score(string text, HeadEvidence seen, EntryRole role)
    {
        if (seen.Words == 0) return role == Grade && seen.HasDigits ? 1 : -2;
        return role switch
        {
            Title => TitleScore(text, seen),
            Organization => OrganizationScore(text, seen),
            Place => PlaceScore(seen),
            Field => FieldScore(text, seen),
            Grade => GradeScore(text, seen),
            _ => 0,
        };
    }

    /// <summary>2 when the piece begins with a degree, 1.2 when one stands in it.</summary>
    private double Degree(string text, HeadEvidence seen)
    {
        var best = 0.0;
        if (seen.Words is 1 or 2 && LooksLikeDegree(text)) best = 1.6;
        foreach (var match in Lexicon.Degrees.Matches(seen.Tokens)) best = Math.Max(best, match.FirstToken == 0 ? 2.2 : 1.2);
        return best;
    }

    /// <summary>Letters of an award that no list has: "BComm", "M.Env.Sc.", "PGCert".</summary>
    private static bool LooksLikeDegree(string text)
    {
        var letters = text.Where(char.IsLetter).ToArray();
        return letters.Length is > 1 and < 9 && letters[0] is 'B' or 'M' or 'D' or 'P' && letters.Count(char.IsUpper) > 1 && (letters.Any(char.IsLower) || text.Contains('.'));
    }

    private double TitleScore(string text, HeadEvidence seen)
    {
        var score = Degree(text, seen);
        if (seen.SchoolWord) score -= score > 0 ? 0.8 : 1.2;
        if (seen.LegalForm) score -= 2;
        if (seen.Place > 0.7) score -= 1.5;
        if (score <= 0.1 && seen.Job > 0) score += 0.8;
        if (seen.Words > 12) score -= 0.2 * (seen.Words - 12);
        return score + 0.1;
    }

    private double OrganizationScore(string text, HeadEvidence seen)
    {
        var score = 0.0;
        if (seen.SchoolWord) score += 2.2;
        else if (seen.OrganisationWord) score += 1.2;
        if (seen.LegalForm) score += 2.5;
        score -= 0.7 * Degree(text, seen);
        if (seen.Place > 0.9) score -= 1.5;
        if (seen.Capitalised) score += 0.3;
        if (GradeScore(text, seen) > 1) score -= 1.5;
        return score;
    }

    private double FieldScore(string text, HeadEvidence seen)
    {
        var score = 0.5;
        score -= Degree(text, seen) * 0.6;
        if (seen.SchoolWord) score -= 1.8;
        if (seen.OrganisationWord) score -= 0.4;
        if (seen.LegalForm) score -= 2.5;
        if (seen.Place > 0.9) score -= 1.5;
        if (GradeScore(text, seen) > 1) score -= 2;
        if (seen.HasDigits) score -= 0.5;
        if (seen.Words > 9) score -= 0.3 * (seen.Words - 9);
        return score;
    }

    private double GradeScore(string text, HeadEvidence seen)
    {
        var words = Lexicon.GradeWords.Matches(seen.Tokens).Where(m => m.Exact).ToArray();
        var number = GradeNumbers.IsGrade(text);
        if (words.Any(m => m.FirstToken == 0)) return seen.Words <= 7 ? 2.5 : 0.5;
        if (number) return 2;
        return words.Length > 0 && seen.Words <= 5 ? 1.2 : -1;
    }

    private static double PlaceScore(HeadEvidence seen)
    {
        if (seen.LegalForm || seen.SchoolWord) return -2;
        var score = seen.Place > 0 ? 3 * seen.Place - 0.5 : -0.7;
        if (seen.Words > 3) score -= 0.6 * (seen.Words - 3);
        return score - seen.Job * 0.5;
    }
}
