using Resumai.Fields.Items;
using Resumai.Layout;
using Resumai.Normalize.Dates;
using Resumai.Sections;

namespace Resumai.Fields.Certifications;

/// <summary>One certificate an item: "Name, Issuer (date)", "date⇥Name – Issuer", the issuer perhaps on a line of its own.</summary>
internal static class CertificationExtractor
{
    private const int MostWords = 18;

    public static IReadOnlyList<CertificationDraft> Extract(Section section, string? language, string? locale)
    {
        var found = new List<CertificationDraft>();
        var items = Items(section.Lines, language, locale).ToArray();
        var patterned = items.Count(i => i.Text.Contains('(')) > 1;
        foreach (var whole in items)
        {
            if (WithoutLabel(whole) is not { } item) continue;
            var dates = DateRecognizer.FindAll(item.Text, language, locale);
            var date = dates.Count > 0 ? dates[^1] : null;
            var text = date is null ? item : WithoutDate(item, date);
            var (name, issuer) = Parts(text);
            if (issuer.IsEmpty && Issuers.InBracket(name, patterned) is { } parted) (name, issuer) = parted;
            if (name.Text.Length < 3 || ItemParts.IsSentence(name.Text) || !name.Text.Any(char.IsLetter) || name.Text.Split(' ').Length > MostWords || name.Find(0.8) is not { } printed) continue;
            found.Add(new CertificationDraft(printed, issuer.Find(0.7), date is null ? null : new Found<DateRange>(date.Range, 0.9, item.Slice(date.Start, date.Length).Spans)));
        }
        return found;
    }

    /// <summary>"Certificates: …" without its label; null behind the label of something else.</summary>
    private static Passage? WithoutLabel(Passage item)
    {
        var colon = item.Text.IndexOf(':');
        if (colon <= 2 || HeadingLexicon.Default.Find(item.Text[..colon]) is not { Strength: 1 } label) return item;
        var rest = item.Slice(colon + 1, item.Text.Length - colon - 1).Trim();
        return label.Kinds.All(k => k.Kind != SectionKind.Certifications) || rest.IsEmpty ? null : rest;
    }

    /// <summary>An item begins at a bullet, a gap or a line with a date of its own when the item above has one already.</summary>
    private static IEnumerable<Passage> Items(IReadOnlyList<TextLine> lines, string? language, string? locale)
    {
        var pending = Passage.Empty;
        var dated = false;
        // Where a date leads each item, a line without one goes on.
        var leads = lines.Count(l => Leads(l.Text, language, locale)) is > 1 and var leading && leading * 3 >= lines.Count && lines.Count > 0 && Leads(lines[0].Text, language, locale);
        foreach (var line in lines)
        {
            var text = line.Segments().Select(s => s.Trim()).Where(s => s.Length > 0).Select(Passage.Of).Aggregate(Passage.Empty, (all, next) => all.IsEmpty ? next : all.Append(next, "\t"));
            if (text.IsEmpty) continue;
            var hasDate = DateRecognizer.FindAll(text.Text, language, locale).Count > 0;
            var closed = dated || pending.Text.Length == 0;
            var goesOn = !pending.IsEmpty && line.Bullet is null && line.GapAbove < 0.6
                && (char.IsLower(text.Text[0]) || text.Text[0] == '(' || (!closed && (hasDate || pending.Text[^1] is ',' or '–' or '-')) || (dated && !hasDate && line.GapAbove < 0.1 && StartsInside(pending)) || (leads && !hasDate));
            if (!goesOn)
            {
                if (!pending.IsEmpty) yield return pending;
                pending = text;
                dated = hasDate;
                continue;
            }
            pending = pending.Append(text, pending.Text[^1] is ',' or '–' || HasIssuer(pending.Text) ? " " : leads && !char.IsLower(text.Text[0]) || hasDate && !closed && !char.IsLower(text.Text[0]) ? "\t" : " ");
            dated |= hasDate;
        }
        if (!pending.IsEmpty) yield return pending;
    }

    private static bool Leads(string text, string? language, string? locale) => DateRecognizer.FindAll(text, language, locale) is [{ Start: 0 }, ..];

    /// <summary>An issuer has begun behind a separator: what follows is its end.</summary>
    private static bool HasIssuer(string text) =>
        text.Contains(", ", StringComparison.Ordinal) || text.Contains(" – ", StringComparison.Ordinal) || text.Contains(" | ", StringComparison.Ordinal) || text.Count(c => c == '(') > text.Count(c => c == ')');

    /// <summary>The bracket that opened above is not closed yet.</summary>
    private static bool StartsInside(Passage pending) => pending.Text.Count(c => c == '(') > pending.Text.Count(c => c == ')');

    private static Passage WithoutDate(Passage item, DateMatch date)
    {
        var before = item.Slice(0, date.Start).Trim("(,–—-|·\t:");
        var after = item.Slice(date.End, item.Text.Length - date.End).Trim("),–—-|·\t:.");
        return before.IsEmpty ? after : after.IsEmpty ? before : before.Append(after, "\t");
    }

    /// <summary>The name up to the last separator, the issuer behind it.</summary>
    private static (Passage Name, Passage Issuer) Parts(Passage text)
    {
        foreach (var separator in (ReadOnlySpan<string>)["\t", " | ", " · ", " – ", " — ", " - ", ", "])
        {
            var at = separator == ", " ? text.Text.LastIndexOf(separator, StringComparison.Ordinal) : text.Text.IndexOf(separator, StringComparison.Ordinal);
            if (at <= 2) continue;
            var issuer = text.Slice(at + separator.Length, text.Text.Length - at - separator.Length).Trim("()|·–—,\t");
            if (issuer.Text.Length > 1 && !char.IsLower(issuer.Text[0]) && char.IsLetterOrDigit(issuer.Text[0])) return (text.Slice(0, at).Trim(",–—-|·:"), issuer.Text.Contains('\t') ? issuer.Slice(0, issuer.Text.IndexOf('\t')) : issuer);
        }
        return (text.Trim(",–—-|·:"), Passage.Empty);
    }
}
