using System.Text;
using Resumai.Layout;
using Resumai.Master;
using Resumai.Text;

namespace Resumai.Tests.Master;

/// <summary>Runs the parser over the corpus: every word that can be seen in a document is in some section of its record (contract, section 3).</summary>
public class NothingLostTests
{
    public static TheoryData<string> Documents => NothingInventedTests.Documents;

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_visible_word_is_in_a_section(string document)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "corpus", "documents", document));
        var explained = new CvParser().Explain(bytes, new ParseOptions { AsOf = new DateOnly(2026, 11, 24) });
        if (explained.Result.Record is not { } record) return;

        var kept = Count(record.Sections.Select(s => s.Heading + "\n" + s.Text));
        var visible = Count(Visible(explained.Arranged!));

        visible.Where(w => kept.GetValueOrDefault(w.Key) < w.Value).Select(w => $"{w.Key}: {w.Value} seen, {kept.GetValueOrDefault(w.Key)} kept").ShouldBeEmpty();
    }

    /// <summary>Formats with structure are asked for what they hold, those with places for the lines made of them.</summary>
    private static IEnumerable<string> Visible(ArrangedDocument document)
    {
        var paragraphs = document.Source.Pages.SelectMany(p => p.Paragraphs).Select(p => string.Concat(p.Runs.Select(r => r.Text))).ToArray();
        return paragraphs.Length > 0 ? paragraphs : document.Lines.Select(l => l.Text);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_visible_letter_of_a_page_is_in_a_section(string document)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "corpus", "documents", document));
        var explained = new CvParser().Explain(bytes, new ParseOptions { AsOf = new DateOnly(2026, 11, 24) });
        if (explained.Result.Record is not { } record) return;

        var kept = Letters(string.Concat(record.Sections.Select(s => s.Heading + s.Text))).Length;
        // Letters that are printed twice at one place to look bold count once.
        var glyphs = explained.Arranged!.Source.Pages.SelectMany(p => p.Glyphs.Select(g => (p.Number, g.Text, Math.Round(g.Box.Left), Math.Round(g.Baseline)))).Distinct();
        var seen = glyphs.Sum(g => Letters(g.Text).Length);

        kept.ShouldBeGreaterThanOrEqualTo(seen);
    }

    private static Dictionary<string, int> Count(IEnumerable<string> texts) =>
        texts.SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(Letters).Where(w => w.Length > 1).GroupBy(w => w).ToDictionary(g => g.Key, g => g.Count());

    private static string Letters(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in UnicodeText.Fold(text).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) result.Append(rune.ToString());
        }
        return result.ToString();
    }
}
