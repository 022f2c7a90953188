using System.Globalization;

namespace Resumai.Bench.PageReading;

/// <summary>What a document must at least reach: recall and precision of words, share of consecutive lines; at most so many gaps lost or imagined; words parted at a line's end that come together.</summary>
public sealed record Threshold(double Recall, double Precision, int Gaps, double Order, int Mends)
{
    /// <summary>Below this a share counts as equal: the file has four digits.</summary>
    private const double Rounding = 0.00005;

    public static Threshold Of(ReadingScore score) => new(Down(score.Recall), Down(score.Precision), score.Glued + score.Split, Down(score.Adjacency), score.GoodMends);

    /// <summary>A sentence for each figure that a score falls short of.</summary>
    public IEnumerable<string> Falls(ReadingScore score)
    {
        if (score.Recall < Recall - Rounding) yield return Sentence("recall", score.Recall, Recall);
        if (score.Precision < Precision - Rounding) yield return Sentence("precision", score.Precision, Precision);
        if (score.Adjacency < Order - Rounding) yield return Sentence("order", score.Adjacency, Order);
        if (score.Glued + score.Split > Gaps) yield return string.Create(CultureInfo.InvariantCulture, $"{score.Glued + score.Split} words glued or split, where {Gaps} are allowed");
        if (score.GoodMends < Mends) yield return string.Create(CultureInfo.InvariantCulture, $"{score.GoodMends} parted words come together, threshold {Mends}");
    }

    private static double Down(double share) => Math.Floor(share * 10_000) / 10_000;

    private static string Sentence(string what, double is_, double must) => string.Create(CultureInfo.InvariantCulture, $"{what} {is_:0.0000}, threshold {must:0.0000}");
}

/// <summary><c>thresholds.tsv</c> beside the documents.</summary>
public static class Thresholds
{
    public const string FileName = "thresholds.tsv";

    public static IReadOnlyDictionary<string, Threshold> Read(string folder) =>
        File.ReadLines(Path.Combine(folder, FileName)).Skip(1).Select(line => line.Split('\t')).ToDictionary(
            cells => cells[0], cells => new Threshold(Share(cells[1]), Share(cells[2]), int.Parse(cells[3], CultureInfo.InvariantCulture), Share(cells[4]), int.Parse(cells[5], CultureInfo.InvariantCulture)));

    public static void Write(string folder, IEnumerable<(string Id, Threshold Threshold)> rows) => File.WriteAllLines(Path.Combine(folder, FileName),
    [
        "id\trecall\tprecision\tgaps\torder\tmends",
        .. rows.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Id}\t{r.Threshold.Recall:0.0000}\t{r.Threshold.Precision:0.0000}\t{r.Threshold.Gaps}\t{r.Threshold.Order:0.0000}\t{r.Threshold.Mends}")),
    ]);

    private static double Share(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
