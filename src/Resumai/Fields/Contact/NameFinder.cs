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
    private const int LinesLookedAt = 40, LinesOfSidebar = 12;
    /// <summary>A line of the sidebar counts as so many lines further down.</summary>
    private const int SidebarLater = 5;
    /// <summary>Shorter words for a CV are names too ("Vita").</summary>
    private const int ShortestTitle = 5;
    /// <summary>Large lines set alike are one name sooner than a name and something else.</summary>
    private const double SeveralLines = 0.3;
    /// <summary>The most that the shape of a text counts, and its being akin to an e-mail address.</summary>
    private const double BestShape = 1, BestAkin = 1.5;

    public static Found<string>? Find(ArrangedDocument document, IReadOnlyList<Section> sections, IReadOnlyList<TextSpan> spans, IReadOnlyList<Found<string>> emails, string? language)
    {
        if (Labelled(spans, language) is { } labelled) return labelled;
        // Wherever it stands in the order of reading, a sidebar holds the name less often than the main column does.
        var columns = document.Blocks.ToLookup(b => b.Role == BlockRole.Sidebar, b => b.Lines);
        // A covering letter before it names others too.
        var letter = sections.Where(s => s.Kind == SectionKind.Letter).SelectMany(s => s.Lines).Select(l => l.Index).ToHashSet();
        var first = document.Blocks.Where(b => b.Role is not (BlockRole.Header or BlockRole.Footer) && !letter.Contains(b.Lines[0].Index)).Select(b => b.Page).DefaultIfEmpty(0).Min();
        var main = columns[false].SelectMany(l => l).Where(l => !letter.Contains(l.Index)).Take(LinesLookedAt).Where(l => l.Page <= first).ToArray();
        TextLine[] lines = [.. main, .. columns[true].SelectMany(l => l).Take(LinesOfSidebar).Where(l => l.Page <= first)];
        double[] sizes = [.. document.Lines.Select(l => l.Font.Size)];
        if (sizes.Length == 0) return null;
        Array.Sort(sizes);
        var body = sizes[sizes.Length / 2];
        var top = spans.Select(s => s.Line).ToHashSet();
        var headings = sections.Where(s => s.Heading is not null).ToLookup(s => s.Heading!.Value.Line.Index, s => s.Heading!.Value);
        var locals = emails.Select(e => UnicodeText.Fold(e.Value.Split('@')[0])).ToArray();
        TextSpan[]? best = null;
        var score = 0.0;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            var place = (top.Contains(line) ? 0.6 : 0) - (Math.Min(i < main.Length ? i : i - main.Length + SidebarLater, 20) * 0.06) + (line.Style is "Title" or "title" ? 1 : 0);
            // Most lines are too small and too far down to hold it, whatever they say.
            if (BestShape + BestAkin + SeveralLines + Larger(line.Words, body) + place <= score) continue;
            foreach (var candidate in NameCandidates.At(lines, i, body))
            {
                var text = Text(candidate);
                var shape = Shape(text, language);
                if (shape == 0) continue;
                var words = candidate.SelectMany(s => line.Words.Where(w => w.Start >= s.Start && w.Start < s.End));
                var value = shape + Larger(words, body) + (Akin(text, locals) * BestAkin) + (candidate.Length > 1 ? SeveralLines : 0) + place
                    - (headings[line.Index].Any(h => candidate[0].Start < h.End) ? 1.5 : 0);
                if (value > score) (best, score) = (candidate, value);
            }
        }
        return best is { } name && score >= 1.2 ? new Found<string>(NameCase.Of(Text(name)), Math.Clamp(score / 5, 0.5, 0.98), name) : null;
    }

    /// <summary>What counts for the name that it is set larger than the text.</summary>
    private static double Larger(IEnumerable<PlacedWord> words, double body) =>
        Math.Clamp((words.Select(w => w.Word.Font.Size).DefaultIfEmpty(body).Max() / body) - 1, 0, 1.5) * 2;

    /// <summary>Behind the label of a form, in one or with a label for each part.</summary>
    private static Found<string>? Labelled(IReadOnlyList<TextSpan> spans, string? language)
    {
        var (whole, given, family) = (Behind("name"), Behind("given"), Behind("family"));
        // "Name" over "First name" is the family's.
        TextSpan[] parts = [.. ((TextSpan?[])[given ?? whole, family ?? whole]).OfType<TextSpan>().Distinct()];
        if (whole is { } all && (parts.Length < 2 || all.Text.Contains(' ') && parts.All(p => all.Text.Contains(p.Text)))) parts = [all];
        return parts.Length == 0 ? null : new Found<string>(NameCase.Of(Text(parts)), 0.95, parts);

        TextSpan? Behind(string label) => PersonalDetails.Labelled(spans, label).Where(s => Shape(s.Text, language) > 0 || IsShortName(s.Text)).Cast<TextSpan?>().FirstOrDefault();
    }

    /// <summary>"Bo", "Max": too short to be told from other words without a label.</summary>
    private static bool IsShortName(string text) => text.Length is 2 or 3 && char.IsUpper(text[0]) && text.All(char.IsLetter) && !ContactWords.Default.IsLabel(text);

    private static string Text(TextSpan[] name) => name.Aggregate("", (all, s) => all.Length == 0 ? s.Text : all.EndsWith('-') ? all + s.Text : all + " " + s.Text);

    /// <summary>0 when the text cannot be a name, else how much it looks like one, up to <see cref="BestShape"/>.</summary>
    private static double Shape(string text, string? language)
    {
        if (text.Length is < 4 or > 60 || text[^1] == '-' || text.Any(c => char.IsDigit(c) || c is '@' or ':' or '/' or '?' or '!' or ';' or '&' or '+')) return 0;
        var name = text.Split(',')[0];
        var words = name.Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Where(w => !ContactWords.Default.Is("title", w)).ToArray();
        if (words.Length is < 1 or > 6) return 0;
        var capitals = words.Count(w => char.IsUpper(w[0]) || !char.IsLetter(w[0]));
        var particles = words.Count(w => char.IsLower(w[0]) && (ContactWords.Default.Is("particle", w) || w.Contains('\'') || w.Contains('’')));
        if (capitals + particles < words.Length || capitals == 0) return 0;
        if (ContactWords.Default.IsLabel(text) || HeadingLexicon.Default.IsLabel(text) || HeadingLexicon.Default.Find(text) is not null || BeginsWithHeading(text) || NamesDocument(words)) return 0;
        var lexicon = EntryLexicon.For(language);
        var tokens = Tokens.Of(text);
        if (lexicon.Heads.AreIn(tokens) || lexicon.OrganisationWords.AreIn(tokens) || lexicon.SchoolWords.AreIn(tokens)) return words.Length is 2 or 3 ? 0.1 : 0;
        return words.Length == 1 ? 0.3 : words.Length <= 4 ? BestShape : 0.6;
    }

    /// <summary>"Curriculum Vitae Personal details".</summary>
    private static bool BeginsWithHeading(string text)
    {
        for (var space = text.IndexOf(' '); space > 0; space = text.IndexOf(' ', space + 1))
        {
            if (HeadingLexicon.Default.Find(text[..space]) is { Strength: 1 }) return true;
        }
        return false;
    }

    /// <summary>"Chronological Resume Template".</summary>
    private static bool NamesDocument(string[] words) =>
        words.Length > 1 && words.Any(w => w.Length >= ShortestTitle && HeadingLexicon.Default.Find(w) is { Strength: 1 } found && found.Kinds.All(k => k.Kind == SectionKind.Top));

    /// <summary>0–1: the share of the name's words that stand in an e-mail address.</summary>
    private static double Akin(string name, string[] locals)
    {
        var words = Tokens.Of(name).Where(t => t.Length > 2).Select(t => t.Folded).ToArray();
        return words.Length == 0 || locals.Length == 0 ? 0 : locals.Max(l => words.Count(w => w.Split('-').Any(p => p.Length > 2 && (l.Contains(p) || l.Contains(Umlauts(p)))))) / (double)words.Length;
    }

    /// <summary>Folding makes "müller" muller; addresses often have mueller.</summary>
    private static string Umlauts(string folded) => folded.Replace("o", "oe").Replace("u", "ue");
}
