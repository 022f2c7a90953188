using Resumai.Fields.Entries;
using Resumai.Knowledge;
using Resumai.Layout;
using Resumai.Normalize.Dates;
using Resumai.Normalize.Languages;
using Resumai.Sections;
using Resumai.Tagging;

namespace Resumai.Fields.Kinds;

/// <summary>
/// What the model sees of a section: how many of its lines hold dates, titles of posts, degrees, languages, skills and so on, the shape of
/// its lines, the letters of its heading and what the document has besides. The training uses the same code, so a change here wants new weights.
/// </summary>
internal static class SectionFeatures
{
    /// <summary>Lines looked at: a long section tells what it is about in its first lines.</summary>
    private const int MostLines = 40;

    private const int ShortestGram = 3, LongestGram = 6;

    /// <param name="heading">Null leaves the heading's words out, as if none of them had been seen in training.</param>
    /// <param name="others">Kinds of the other sections.</param>
    public static void Of(string? heading, IReadOnlyList<TextLine> lines, IReadOnlySet<SectionKind> others, string? language, FeatureList features)
    {
        features.Clear();
        features.Add(0, 0);
        var counts = new int[Traits.Count];
        var read = lines.Take(MostLines).Where(l => l.Text.Length > 0).Select(l => Traits.Of(l, language)).ToArray();
        foreach (var line in read)
        {
            for (var trait = 0; trait < counts.Length; trait++)
            {
                if (line[trait]) counts[trait]++;
            }
        }
        var shares = Array.ConvertAll(counts, c => Share(c, read.Length));
        features.Add(1, Math.Min(read.Length, 4) + (read.Length > 8 ? 1 : 0) + (read.Length > 16 ? 1 : 0));
        for (var trait = 0; trait < shares.Length; trait++)
        {
            features.Add(2, trait, shares[trait]);
            features.Add(3, trait, shares[trait], shares[Traits.Range]);
            features.Add(4, trait, shares[trait], shares[Traits.Title]);
        }
        features.Add(5, shares[Traits.Range], shares[Traits.Title], shares[Traits.School]);
        features.Add(6, shares[Traits.Range], shares[Traits.Degree], shares[Traits.Organisation]);
        features.Add(7, shares[Traits.Language], shares[Traits.Level], shares[Traits.Skill]);
        features.Add(8, shares[Traits.Short], shares[Traits.Long], shares[Traits.Bullet]);
        foreach (var kind in Enum.GetValues<SectionKind>())
        {
            if (others.Contains(kind)) features.Add(9, (int)kind);
        }
        if (heading is not null) Heading(heading, features);
    }

    private static int Share(int count, int lines) => count == 0 ? 0 : count * 10 <= lines ? 1 : count * 10 <= lines * 3 ? 2 : count * 10 <= lines * 6 ? 3 : 4;

    /// <summary>Stretches of letters of each word: inflected and compounded words share them.</summary>
    private static void Heading(string heading, FeatureList features)
    {
        var words = Tokens.Of(heading);
        features.Add(20, Math.Min(words.Count, 5));
        foreach (var word in words)
        {
            features.Add(21, word.Folded);
            for (var length = ShortestGram; length <= LongestGram && length < word.Folded.Length; length++)
            {
                for (var start = 0; start + length <= word.Folded.Length; start++) features.Add(start == 0 ? 22 : 23, word.Folded.AsSpan(start, length));
            }
        }
    }
}
