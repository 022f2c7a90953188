using Resumai.Layout;
using Resumai.Reading;

namespace Resumai.Bench.ParseCost;

/// <summary>Processor time of a document, in milliseconds, each the least of several rounds: the undisturbed one.</summary>
internal sealed record DocumentCost(double Letters, double ReadAndArrange, double Parse)
{
    /// <summary>The first rounds are not counted: the runtime still compiles.</summary>
    private const int WarmUps = 8, Rounds = 7;

    /// <summary>One round after the other over all documents, so that what else the machine does falls on all three alike.</summary>
    public static IReadOnlyList<DocumentCost> Of(IReadOnlyList<DigitalCv> documents)
    {
        var parser = new CvParser();
        var options = new ParseOptions { AsOf = new DateOnly(2026, 1, 1) };
        var least = documents.Select(_ => new DocumentCost(double.MaxValue, double.MaxValue, double.MaxValue)).ToArray();
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            GC.Collect();
            for (var i = 0; i < least.Length; i++)
            {
                var cv = documents[i];
                var cost = new DocumentCost(
                    Time(() => cv.Letters()),
                    Time(() => PageArranger.Arrange(DocumentReaders.Read(cv.Bytes, options.Limits).Document!)),
                    Time(() => parser.Parse(cv.Bytes, options)));
                if (round >= WarmUps) least[i] = least[i].Least(cost);
            }
        }
        return least;
    }

    private DocumentCost Least(DocumentCost other) =>
        new(Math.Min(Letters, other.Letters), Math.Min(ReadAndArrange, other.ReadAndArrange), Math.Min(Parse, other.Parse));

    private static double Time(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
