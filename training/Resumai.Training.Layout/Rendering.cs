using System.Globalization;
using Resumai.Bench.PageReading;
using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Training.Layout;

/// <summary>A rendered document as read, with the true place of its words in the order.</summary>
internal sealed class Rendering
{
    private readonly ReadingDocument _document;
    private readonly SourceDocument _source;
    private readonly Dictionary<int, Dictionary<Box, WordPlace>> _places = [];

    private Rendering(ReadingDocument document)
    {
        _document = document;
        _source = DocumentReaders.Read(File.ReadAllBytes(document.Path), new ReadLimits()).Document!;
        var arranged = PageArranger.Arrange(_source);
        Before = ReadingResult.Of(document.Truth, arranged).Score;
        var match = WordMatch.Of(document.Truth, Token.Of(arranged));
        foreach (var word in match.Truth.Where(w => w.IsBody))
        foreach (var ours in match.Of(word))
        {
            if (!_places.TryGetValue(ours.Page, out var page)) _places[ours.Page] = page = [];
            page[ours.Box] = new WordPlace(word.Order, word.Line);
        }
    }

    public string Layout => _document.Layout;
    public string Id => _document.Id;

    /// <summary>As the built-in weights read it.</summary>
    public ReadingScore Before { get; }

    public static IEnumerable<Rendering> Read(string folder) => Read(folder, null);

    /// <param name="leftOut">"family=a,b" or "language=x": the column of the manifest and its values of which nothing is read.</param>
    public static IEnumerable<Rendering> Read(string folder, string? leftOut)
    {
        var documents = ReadingCorpus.Read(folder).Where(d => d.Path.EndsWith(".pdf", StringComparison.Ordinal));
        if (leftOut?.Split('=', 2) is [var column, var names])
        {
            var manifest = Manifest.Of(folder);
            var values = names.Split(',').ToHashSet();
            documents = documents.Where(d => !values.Contains(manifest[d.Id][column]));
        }
        return documents.AsParallel().AsOrdered().Select(d => new Rendering(d));
    }

    /// <summary>The stretches met on the way of a judge, or of the truth where there is none.</summary>
    public List<GutterExample> Examples(IGutterJudge? judge)
    {
        var examples = new List<GutterExample>();
        PageArranger.Arrange(_source, page => Truth(page, examples, judge));
        return examples;
    }

    public ReadingScore ByTruth() => ReadingResult.Of(_document.Truth, PageArranger.Arrange(_source, page => Truth(page, [], null))).Score;

    public ReadingResult Result(IGutterJudge? judge) => ReadingResult.Of(_document.Truth, PageArranger.Arrange(_source, page => judge ?? Truth(page, [], null)));

    /// <summary>What a judge says of each stretch it meets beside what the truth says.</summary>
    public List<string> Verdicts(IGutterJudge judge)
    {
        var lines = new List<string>();
        PageArranger.Arrange(_source, page => new Listening(judge, Truth(page, [], null), lines));
        return lines;
    }

    private sealed class Listening(IGutterJudge judge, IGutterJudge truth, List<string> lines) : IGutterJudge
    {
        public GutterGains Judge(GutterStretch stretch, RegionFrame region)
        {
            var (ours, told) = (judge.Judge(stretch, region), truth.Judge(stretch, region));
            if (Math.Max(ours.Columns, ours.Cards) > 0 || Math.Max(told.Columns, told.Cards) > 0)
            {
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{new string(' ', region.Depth)}x {stretch.Whole.X:0} y {stretch.Left[0].Box.Top:0}-{stretch.Left[^1].Box.Bottom:0} rows {stretch.Left.Count}|{stretch.Right.Count}: columns {ours.Columns:0.0} ({told.Columns:0.0}), cards {ours.Cards:0.0} ({told.Cards:0.0}) | {stretch.Left[0].Main.Text} | {stretch.Right[0].Main.Text}"));
            }
            return ours;
        }
    }

    public ReadingScore By(IGutterJudge judge) => Result(judge).Score;

    public static string Order(IEnumerable<Rendering> documents, Func<Rendering, ReadingScore> score)
    {
        var sum = documents.AsParallel().Select(score).Aggregate(new ReadingScore(), ReadingScore.Add);
        return string.Create(CultureInfo.InvariantCulture, $"{sum.Adjacency:0.0000} ({sum.AdjacencyWithinColumns:0.0000} within columns)");
    }

    /// <summary>The same in every run, other than a string's hash.</summary>
    private static int Number(string id) => id.Aggregate(17, (sum, c) => unchecked(sum * 31 + c));

    private GutterTruth Truth(Page page, List<GutterExample> examples, IGutterJudge? judge) => new(Number(Id), _places.GetValueOrDefault(page.Number) ?? [], examples, judge);
}

/// <summary>Where a word of ours stands in the true order.</summary>
internal readonly record struct WordPlace(int Order, int Line);
