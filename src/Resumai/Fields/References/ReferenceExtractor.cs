using Resumai.Fields.Contact;
using Resumai.Fields.Entries;
using Resumai.Fields.Items;
using Resumai.Knowledge;
using Resumai.Normalize.Phones;
using Resumai.Sections;

namespace Resumai.Fields.References;

/// <summary>"Name, position, firm" with e-mail and telephone beside or below; "on request" yields no reference.</summary>
internal static class ReferenceExtractor
{
    private const int MostNameWords = 5;

    private static readonly Lazy<TermSet> OnRequest = new(() => new TermSet(TermFile.Read("references.tsv").SelectMany(r => r.Terms)));

    public static IReadOnlyList<ReferenceDraft> Extract(Section section, string? language, string? locale, ColumnEdges edges, NumberOrigins origins)
    {
        var found = new List<ReferenceDraft>();
        foreach (var item in new ItemCutter(language, locale, edges).Cut(section.Lines))
        {
            var whole = item.Below.Aggregate(item.Head, (all, next) => all.Append(next, "\t"));
            var spans = whole.Spans;
            var email = OnlineAddresses.Emails(spans) is [var address, ..] ? address : null;
            var phone = PhoneExtractor.Extract(spans, origins, language) is [var number, ..] ? number : null;
            var (name, rest) = ItemParts.Two(item, atComma: true);
            if (IsPerson(name.Text, language) && name.Find(0.8) is { } printed)
            {
                var relation = ItemParts.Bare(Relation(rest, item));
                found.Add(new ReferenceDraft(printed, ItemParts.HasLetters(relation.Text) && !ItemParts.IsSentence(relation.Text) ? relation.Find(0.6) : null, email, phone));
            }
            else if (found.Count > 0)
            {
                // Position, firm, e-mail and telephone of the person above, a line each.
                var last = found[^1];
                var relation = last.Relation is null && email is null && phone is null && !ItemParts.IsSentence(item.Head.Text) ? ItemParts.Bare(item.Head).Find(0.5) : last.Relation;
                found[^1] = last with { Relation = relation, Email = last.Email ?? email, Phone = last.Phone ?? phone };
            }
        }
        return found;
    }

    private static Passage Relation(Passage rest, SectionItem item) =>
        UpToContact(rest) is { IsEmpty: false } beside ? beside : item.Below.FirstOrDefault(b => !IsContact(b.Text)) ?? Passage.Empty;

    private static Passage UpToContact(Passage text)
    {
        var start = 0;
        var end = 0;
        foreach (var part in text.Text.Split([',', '\t', '|', ';']))
        {
            if (IsContact(part)) break;
            end = start + part.Length;
            start = end + 1;
        }
        return text.Slice(0, end);
    }

    private static bool IsContact(string text) => text.Contains('@') || text.Count(char.IsAsciiDigit) >= 6 || ContactWords.Default.Leading(text) is not null;

    /// <summary>Two to five words, each with a capital but for short particles ("van", "de la"), and no word of a role or of "on request".</summary>
    private static bool IsPerson(string text, string? language)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > MostNameWords || text.Any(char.IsDigit) || text.Contains('@') || text.EndsWith(':')) return false;
        if (!char.IsUpper(words[^1][0]) || words.Count(w => char.IsUpper(w[0])) < 2 || words.Any(w => char.IsLower(w[0]) && w.Length > 3)) return false;
        var tokens = Tokens.Of(text);
        return !OnRequest.Value.Matches(tokens).Any() && !Organisations.Names(text, language) && !EntryLexicon.For(language).Heads.Matches(tokens).Any(m => m.FirstToken > 0);
    }
}
