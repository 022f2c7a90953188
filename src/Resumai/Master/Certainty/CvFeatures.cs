using Resumai.Fields;
using Resumai.Fields.Contact;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Sections;
using Resumai.Text;

namespace Resumai.Master.Certainty;

/// <summary>
/// What tells a CV from another paper, in no language's words but those of data files: the sections found, dated entries, a person's address,
/// running text, sums of money. The training uses the same code, so a change here wants new weights.
/// </summary>
internal static class CvFeatures
{
    private static readonly System.Buffers.SearchValues<char> OfAmounts = System.Buffers.SearchValues.Create("0123456789.,% €$£");
    private const int LongLine = 70, ManyLines = 40;

    /// <summary>In the order of <see cref="Of"/>.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "always", "kinds_of_sections", "few_kinds", "experience_heading", "education_heading", "skills_heading", "languages_heading", "cv_heading",
        "dated_posts", "dated_studies", "whole_posts", "whole_studies", "languages", "levels", "skills", "lines_in_entries",
        "name", "name_on_top", "email", "email_of_person", "phone", "personal_details", "lines_with_two_years", "years",
        "long_lines", "money", "numbers_at_end", "salutation", "offer", "trade", "deed", "blanks", "lines", "other_lines",
    ];

    public static double[] Of(RecordDraft draft)
    {
        var lines = draft.Document.Lines.ToArray();
        var count = Math.Max(1, lines.Length);
        var headed = draft.Sections.Where(s => s.Heading is not null && s.Lines.Count > 0).Select(s => s.Kind)
            .Where(k => k is not (SectionKind.Other or SectionKind.Top or SectionKind.Letter or SectionKind.Contact)).ToHashSet();
        var posts = draft.Experience.Count(e => e.Dates is not null);
        var studies = draft.Education.Count(e => e.Dates is not null);
        var contact = draft.Contact;
        var text = LineCounts.Of(lines);
        return
        [
            1, Math.Min(headed.Count, 7), headed.Count < 2 ? 1 : 0,
            Has(SectionKind.Experience), Has(SectionKind.Education), Has(SectionKind.Skills), Has(SectionKind.Languages), text.CvHeading,
            Some(posts), Some(studies), Some(draft.Experience.Count(e => e is { Dates: not null, Title: not null, Employer: not null })),
            Some(draft.Education.Count(e => e is { Institution: not null, Degree: not null })),
            Some(draft.Languages.Count), Some(draft.Languages.Count(l => l.Level is not null)), Some(draft.Skills.Count),
            Share(draft.Sections.Where(s => s.Kind is SectionKind.Experience or SectionKind.Education && s.Heading is not null).Sum(s => s.Lines.Count)),
            Bit(contact.FullName is not null), Bit(contact.FullName?.Spans[0].Line.Index < 4), Bit(contact.Emails.Count > 0), Bit(IsPersonal(contact)),
            Bit(contact.Phones.Count > 0), Bit(contact.DateOfBirth is not null || contact.Nationalities.Count > 0 || contact.DrivingLicences.Count > 0),
            Some(text.TwoYears), Some(text.Years), Share(text.Long), Math.Min(1, 4 * Share(text.Money)), Share(text.NumbersAtEnd),
            Bit(text.Salutations > 0), Some(text.Offers), Some(text.Trades), Some(text.Deeds), Math.Min(1, 4 * Share(text.Blanks)), Math.Log(Math.Min(count, ManyLines)),
            Share(draft.Sections.Where(s => s.Kind is SectionKind.Other or SectionKind.Letter).Sum(s => s.Lines.Count)),
        ];

        double Has(SectionKind kind) => headed.Contains(kind) ? 1 : 0;
        double Share(int part) => (double)part / count;
    }

    private static double Bit(bool yes) => yes ? 1 : 0;

    /// <summary>The first of a kind says most.</summary>
    private static double Some(int count) => Math.Log(1 + Math.Min(count, 12));

    /// <summary>An address with a part of the person's name in it, not a firm's.</summary>
    private static bool IsPersonal(ContactDraft contact)
    {
        if (contact.FullName is not { } name) return false;
        var words = Tokens.Of(name.Value).Where(t => t.Length > 2).Select(t => UnicodeText.Fold(t.Folded)).ToArray();
        return contact.Emails.Any(e => e.Value.Split('@')[0] is var local && words.Any(w => local.Contains(w, StringComparison.Ordinal)));
    }

    /// <summary>Counts over the lines of a document.</summary>
    private readonly record struct LineCounts(int CvHeading, int TwoYears, int Years, int Long, int Money, int NumbersAtEnd, int Salutations, int Offers, int Trades, int Deeds, int Blanks)
    {
        public static LineCounts Of(IReadOnlyList<TextLine> lines)
        {
            var (counts, years) = (default(LineCounts), new HashSet<int>());
            foreach (var line in lines)
            {
                var tokens = Tokens.Of(line.Text);
                var printed = tokens.Select(t => Year(line.Text.AsSpan(t.Start, t.Length))).Where(y => y > 0).ToArray();
                years.UnionWith(printed);
                var start = tokens.Count > 5 ? tokens.GetRange(0, 5) : tokens;
                counts = counts with
                {
                    CvHeading = counts.CvHeading > 0 || IsCvHeading(line, tokens.Count) ? 1 : 0,
                    TwoYears = counts.TwoYears + (printed.Length >= 2 ? 1 : 0),
                    Long = counts.Long + (line.Text.Length >= LongLine ? 1 : 0),
                    Money = counts.Money + (HasAmount(line.Text) ? 1 : 0),
                    NumbersAtEnd = counts.NumbersAtEnd + (EndsInNumber(line) ? 1 : 0),
                    Salutations = counts.Salutations + (HeadingLexicon.Default.IsSalutation(line.Text) ? 1 : 0),
                    Offers = counts.Offers + (PaperWords.Begins(start, PaperWords.Offer) ? 1 : 0),
                    Trades = counts.Trades + (PaperWords.Begins(start, PaperWords.Trade) ? 1 : 0),
                    Deeds = counts.Deeds + (PaperWords.Begins(start, PaperWords.Deed) ? 1 : 0),
                    Blanks = counts.Blanks + (IsBlank(line.Text) ? 1 : 0),
                };
            }
            return counts with { Years = years.Count };
        }

        private static bool IsCvHeading(TextLine line, int words) =>
            words is > 0 and <= 4 && HeadingLexicon.Default.Find(line.Text) is { Strength: 1 } found && found.Kinds.Any(k => k.Kind == SectionKind.Top);

        /// <summary>The year that a word ends with ("2019", "03/2019", "03.2019"); 0 when none.</summary>
        private static int Year(ReadOnlySpan<char> word)
        {
            if (word.Length < 4 || (word.Length > 4 && word[^5] is not ('.' or '/' or '-' or '–')) || !int.TryParse(word[^4..], out var year)) return 0;
            return year is >= 1950 and <= 2040 ? year : 0;
        }

        /// <summary>"12.50", "1.234,00": two digits after the last point or comma, at the end of a word.</summary>
        private static bool HasAmount(string text)
        {
            for (var i = 1; i + 2 < text.Length; i++)
            {
                if (text[i] is not (',' or '.') || !char.IsAsciiDigit(text[i - 1]) || !char.IsAsciiDigit(text[i + 1]) || !char.IsAsciiDigit(text[i + 2])) continue;
                if (i + 3 == text.Length || (!char.IsAsciiDigit(text[i + 3]) && text[i + 3] is not ('.' or ','))) return true;
            }
            return false;
        }

        private static bool EndsInNumber(TextLine line)
        {
            var last = line.Text.AsSpan(line.Text.LastIndexOf('\t') + 1);
            return last.Length < line.Text.Length && last.Length > 0 && !last.ContainsAnyExcept(OfAmounts) && Year(last) == 0;
        }

        /// <summary>A line to write on.</summary>
        private static bool IsBlank(string text) => text.Contains("____", StringComparison.Ordinal) || text.Contains("....", StringComparison.Ordinal) || text.Contains('…') || text.Contains("[ ]", StringComparison.Ordinal);
    }
}
