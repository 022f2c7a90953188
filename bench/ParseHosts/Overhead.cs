using System.Diagnostics;
using System.Text.Json;
using Resumai.Hosting;
using Resumai.Master;
using Resumai.Server.Jobs.Hosts;

namespace Resumai.Bench.ParseHosts;

/// <summary>What a warm host costs a document over parsing it, and writing its record, in this process.</summary>
internal static class Overhead
{
    private const int WarmUps = 5, Rounds = 15;

    public static async Task MeasureAsync(string app, IReadOnlyList<byte[]> documents)
    {
        var parser = new CvParser();
        SandboxLevel[] levels = [SandboxLevel.None, SandboxLevel.Landlock, SandboxLevel.Bubblewrap];
        var pools = levels.Select(level => Hosts.Open(app, 1, level)).ToArray();
        var ways = new List<Func<byte[], Task>> { document => Here(parser, document) };
        ways.AddRange(pools.Select(pool => (Func<byte[], Task>)(document => Hosts.AnswerAsync(pool, document))));
        var least = ways.Select(_ => documents.Select(_ => double.MaxValue).ToArray()).ToArray();
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            for (var d = 0; d < documents.Count; d++)
            {
                // One way after the other, so that what else the machine does falls on all alike.
                for (var w = 0; w < ways.Count; w++)
                {
                    var began = Stopwatch.GetTimestamp();
                    await ways[w](documents[d]);
                    var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                    if (round >= WarmUps) least[w][d] = Math.Min(least[w][d], took);
                }
            }
        }
        Console.WriteLine($"{documents.Count} digital PDFs, {documents.Average(d => d.Length / 1024.0):0} KiB on average; milliseconds a document, each the least of {Rounds} rounds\n");
        Console.WriteLine($"{"",-28} {"mean",8} {"over in process: mean",22} {"median",8} {"90 %",8}");
        for (var w = 0; w < ways.Count; w++)
        {
            var over = least[w].Zip(least[0], (a, b) => a - b).Order().ToArray();
            var name = w == 0 ? "in process" : $"host, {pools[w - 1].Sandbox!.Value.Name()}";
            Console.WriteLine($"{name,-28} {least[w].Average(),8:0.00} {over.Average(),22:0.00} {over[over.Length / 2],8:0.00} {over[over.Length * 9 / 10],8:0.00}");
        }
        foreach (var pool in pools) await pool.DisposeAsync();
    }

    private static Task Here(CvParser parser, byte[] document)
    {
        var result = parser.Parse(document, new ParseOptions { AsOf = new DateOnly(2026, 1, 1), Filename = "cv.pdf" });
        if (result.Record is { } record) JsonSerializer.SerializeToUtf8Bytes(record, MasterJson.Compact.MasterRecord);
        return Task.CompletedTask;
    }
}
