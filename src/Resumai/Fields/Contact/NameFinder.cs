using Resumai.Fields.Entries;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Sections;
using Resumai.Text;

namespace Resumai.Fields.Contact;

/// <summary>
/// The person's name: near the top, set larger than the text, in the shape of a name, akin to the e-mail address. Titles and letters after it
/// belong to it; headings, labels and job titles never do.
/// </summary>
internal static class NameFinder
{
    private const int LinesLookedAt = 40;

    public static Found<string>? Find(ArrangedDocument document, IReadOnlyList<Section> sections, IReadOnlyList<TextSpan> spans, IReadOnlyList<Found<string>> emails, string? language)
    {
        if (PersonalDetails.Labelled(spans, "name").FirstOrDefault(s => Shape(s.Text, language) > 0) is { Length: > 0 } labelled) return Named(labelled, 0.95);
        var lines = document.Lines.Take(LinesLookedAt).Where(l => l.Page == 1 || l.Page == 0).ToArray();
        var sizes = document.Lines.Select(l => l.Font.Size).Order().ToArray();
        if (sizes.Length == 0) return null;
        var body = sizes[sizes.Length / 2];
        var top = spans.Select(s => s.Line).ToHashSet();
        var headings = sections.Where(s => s.Heading is not null).Select(s => s.Heading!.Value.Line).ToHashSet();
        var locals = emails.Select(e => UnicodeText.Fold(e.Value.Split('@')[0])).ToArray();
        TextSpan? best = null;
        var score = 0.0;
        for (var i = 0; i < lines.Length; i++)
        {
            foreach (var candidate in Candidates(lines, i))
            {
                var shape = Shape(candidate.Text, language);
                if (shape == 0) continue;
                var size = lines[i].Words.Where(w => w.Start >= candidate.Start && w.Start < candidate.End).Select(w => w.Word.Font.Size).DefaultIfEmpty(body).Max();
                var value = shape + (Math.Clamp((size / body) - 1, 0, 1.5) * 2) + (Akin(candidate.Text, locals) * 1.5)
                    + (top.Contains(lines[i]) ? 0.6 : 0) - (headings.Contains(lines[i]) ? 1.5 : 0) - (Math.Min(i, 20) * 0.06)
                    + (lines[i].Style is "Title" or "title" ? 1 : 0);
                if (value > score) (best, score) = (candidate, value);
            }
        }
        return best is { } name && score >= 1.2 ? WithSecondLine(lines, name, language, Math.Clamp(score / 5, 0.5, 0.98)) : null;
    }

    /// <summary>Segments, and their part before a comma or bar ("Anna Berg | Nurse").</summary>
    private static IEnumerable<TextSpan> Candidates(TextLine[] lines, int at)
    {
        foreach (var segment in lines[at].Segments())
        {
            var whole = segment.Trim('|', '·', '•', '–', '-');
            yield return whole;
            var cut = whole.Text.IndexOfAny(['|', '·', '•', '–', '—']);
            if (cut > 3) yield return whole.Slice(0, cut).Trim();
        }
    }

    /// <summary>0 when the text cannot be a name, else how much it looks like one (up to about 1.5).</summary>
    private static double Shape(string text, string? language)
    {
        if (text.Length is < 4 or > 60 || text.Any(c => char.IsDigit(c) || c is '@' or ':' or '/' or '?' or '!' or ';' or '&' or '+')) return 0;
        if (ContactWords.Default.IsLabel(text) || HeadingLexicon.Default.IsLabel(text) || HeadingLexicon.Default.Find(text) is not null) return 0;
        var name = text.Split(',')[0];
        var words = name.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Where(w => !ContactWords.Default.Is("title", w)).ToArray();
        if (words.Length is < 1 or > 6) return 0;
        var capitals = words.Count(w => char.IsUpper(w[0]) || !char.IsLetter(w[0]));
        var particles = words.Count(w => char.IsLower(w[0]) && (ContactWords.Default.Is("particle", w) || w.Contains('\'') || w.Contains('’')));
        if (capitals + particles < words.Length || capitals == 0) return 0;
        var lexicon = EntryLexicon.For(language);
        var tokens = Tokens.Of(text);
        if (lexicon.Heads.Matches(tokens).Any() || lexicon.OrganisationWords.Matches(tokens).Any() || lexicon.SchoolWords.Matches(tokens).Any()) return words.Length is 2 or 3 ? 0.1 : 0;
        return words.Length == 1 ? 0.3 : words.Length <= 4 ? 1 : 0.6;
    }

    /// <summary>0–1: the share of the name's words that stand in an e-mail address.</summary>
    private static double Akin(string name, string[] locals)
    {
        var words = Tokens.Of(name).Where(t => t.Length > 2).Select(t => t.Folded).ToArray();
        return words.Length == 0 || locals.Length == 0 ? 0 : locals.Max(l => words.Count(w => w.Split('-').Any(p => p.Length > 2 && (l.Contains(p) || l.Contains(Umlauts(p)))))) / (double)words.Length;
    }

    /// <summary>Folding makes "müller" muller; addresses often have mueller.</summary>
    private static string Umlauts(string folded) => folded.Replace("o", "oe").Replace("u", "ue");

    /// <summary>Given name on one line, family name on the next, set alike.</summary>
    private static Found<string>? WithSecondLine(TextLine[] lines, TextSpan name, string? language, double confidence)
    {
        var next = Array.IndexOf(lines, name.Line) + 1;
        var alone = name.Length >= name.Line.Text.Trim().Length;
        if (alone && next < lines.Length && name.Text.Split(' ').Length <= 2 && Math.Abs(lines[next].Font.Size - name.Line.Font.Size) < 0.5
            && name.Line.Font.Size > lines.Select(l => l.Font.Size).Order().ElementAt(lines.Length / 2) * 1.3
            && lines[next].Text.Split(' ').Length <= 3 && Shape("Anna " + lines[next].Text, language) >= 0.6 && lines[next].Font.Bold == name.Line.Font.Bold)
        {
            return new Found<string>(NameCase.Of(name.Text + " " + lines[next].Text), confidence, [name, lines[next].Whole]);
        }
        return Named(name, confidence);
    }

    private static Found<string> Named(TextSpan span, double confidence) => new(NameCase.Of(span.Text), confidence, span);
}
