using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Bench.PageReading;

/// <summary>A pair of consecutive lines of the truth that does not follow one another in ours.</summary>
public sealed record BrokenPair(TruthLine First, TruthLine Second, string OursGoesOn);

/// <summary>How well one document was read. Counts, so that documents add up.</summary>
public sealed record ReadingScore
{
    public int TruthWords { get; init; }
    public int OurWords { get; init; }
    public int FoundWords { get; init; }
    public int MatchedWords { get; init; }
    public int Glued { get; init; }
    public int Split { get; init; }
    /// <summary>Consecutive lines of the truth.</summary>
    public int Pairs { get; init; }
    public int GoodPairs { get; init; }
    /// <summary>Of <see cref="Pairs"/> those whose second line stands higher on the same page: the eye goes to another column.</summary>
    public int Jumps { get; init; }
    public int GoodJumps { get; init; }
    /// <summary>Paragraphs of several lines, and those that stand in one block of ours.</summary>
    public int Paragraphs { get; init; }
    public int WholeParagraphs { get; init; }
    public int Mends { get; init; }
    public int GoodMends { get; init; }

    /// <summary>Share of the truth's words that we have at their place; a word glued to another or split is there.</summary>
    public double Recall => Share(FoundWords, TruthWords);
    /// <summary>Share of our words that are in truth.</summary>
    public double Precision => Share(MatchedWords, OurWords);
    public double GluedOrSplitPerThousand => TruthWords == 0 ? 0 : 1000.0 * (Glued + Split) / TruthWords;
    /// <summary>Share of the truth's consecutive lines that follow one another in ours.</summary>
    public double Adjacency => Share(GoodPairs, Pairs);
    /// <summary>The same without the pairs between columns, whose order is a matter of taste.</summary>
    public double AdjacencyWithinColumns => Share(GoodPairs - GoodJumps, Pairs - Jumps);
    public double ParagraphsWhole => Share(WholeParagraphs, Paragraphs);
    public double Mended => Share(GoodMends, Mends);

    public static ReadingScore operator +(ReadingScore a, ReadingScore b) => new()
    {
        TruthWords = a.TruthWords + b.TruthWords, OurWords = a.OurWords + b.OurWords, FoundWords = a.FoundWords + b.FoundWords, MatchedWords = a.MatchedWords + b.MatchedWords,
        Glued = a.Glued + b.Glued, Split = a.Split + b.Split, Pairs = a.Pairs + b.Pairs, GoodPairs = a.GoodPairs + b.GoodPairs, Jumps = a.Jumps + b.Jumps, GoodJumps = a.GoodJumps + b.GoodJumps,
        Paragraphs = a.Paragraphs + b.Paragraphs, WholeParagraphs = a.WholeParagraphs + b.WholeParagraphs, Mends = a.Mends + b.Mends, GoodMends = a.GoodMends + b.GoodMends,
    };

    public static ReadingScore Add(ReadingScore a, ReadingScore b) => a + b;

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}

/// <summary>The score of one document with what went wrong.</summary>
public sealed record ReadingResult(ReadingScore Score, WordMatch Words, IReadOnlyList<BrokenPair> Broken, IReadOnlyList<Mend> Unmended)
{
    /// <summary>Reads, arranges and judges a document. One that is not read has none of its words.</summary>
    public static ReadingResult Of(ReadingDocument document)
    {
        var read = DocumentReaders.Read(File.ReadAllBytes(document.Path), new ReadLimits());
        if (read.Document is null) Console.Error.WriteLine($"{document.Id}: {read.Error!.Message}");
        return Of(document.Truth, PageArranger.Arrange(read.Document ?? new SourceDocument { Format = Resumai.Reading.DocumentFormat.Pdf, Pages = [] }));
    }

    public static ReadingResult Of(LineTruth truth, ArrangedDocument document)
    {
        var match = WordMatch.Of(truth, Token.Of(document));
        var pairs = LinePairs.Judge(truth, match);
        var paragraphs = Paragraphs(match).ToList();
        var mends = Mends.Judge(truth, match, document).ToList();
        return new ReadingResult(
            new ReadingScore
            {
                TruthWords = match.Truth.Count, OurWords = match.Ours.Count(o => !match.IsDecoration(o)), FoundWords = match.Truth.Count - match.Missing.Count(), MatchedWords = match.Ours.Count(o => !match.IsUnused(o)),
                Glued = match.Glued, Split = match.Split,
                Pairs = pairs.Count, GoodPairs = pairs.Count(p => p.IsGood), Jumps = pairs.Count(p => p.IsJump), GoodJumps = pairs.Count(p => p.IsJump && p.IsGood),
                Paragraphs = paragraphs.Count, WholeParagraphs = paragraphs.Count(whole => whole), Mends = mends.Count, GoodMends = mends.Count(m => m.IsGood),
            },
            match, [.. pairs.Where(p => !p.IsGood).Select(p => new BrokenPair(p.First, p.Second, p.OursGoesOn))], mends.FindAll(m => !m.IsGood));
    }

    /// <summary>For each paragraph of several lines on one page: whether its words stand in one block of ours.</summary>
    private static IEnumerable<bool> Paragraphs(WordMatch match) =>
        from word in match.Truth
        where word.Block >= 0 && word.IsBody
        group word by (word.Block, word.Page) into paragraph
        where paragraph.Select(w => w.Line).Distinct().Skip(1).Any()
        select paragraph.SelectMany(match.Of).Select(o => o.Block).Distinct().Count() == 1;
}
