using System.Diagnostics;
using Resumai.Hosting;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Tests.Hostile;

namespace Resumai.Bench.ParseHosts;

/// <summary>What becomes of each hostile file, and how much ordinary documents slow down in the host beside it.</summary>
internal static class Neighbours
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(8);

    public static async Task MeasureAsync(string app, IReadOnlyList<byte[]> documents, int turns)
    {
        await using var ordinary = Hosts.Open(app, 1, SandboxLevel.Bubblewrap);
        await using var beside = Hosts.Open(app, 1, SandboxLevel.Bubblewrap);
        var hostile = HostileFile.All.Select(f => f.Make()).ToArray();
        for (var i = 0; i < 5; i++)
        {
            foreach (var document in documents) await Task.WhenAll(Hosts.AnswerAsync(ordinary, document), Hosts.AnswerAsync(beside, document));
        }

        var (withOrdinary, withHostile) = (new List<double>(), new List<double>());
        var (next, nextHostile) = (0, 0);
        for (var turn = 0; turn < turns; turn++)
        {
            withOrdinary.AddRange(await RatesAsync(ordinary, beside, documents, () => documents[next++ % documents.Count]));
            withHostile.AddRange(await RatesAsync(ordinary, beside, documents, () => hostile[nextHostile++ % hostile.Length]));
        }
        var (calm, attacked) = (Median(withOrdinary), Median(withHostile));
        Console.WriteLine($"\nordinary documents, all {documents.Count} in one host again and again, milliseconds for all; in the host beside it");
        Console.WriteLine($"  the same documents: median {calm:0} ({withOrdinary.Count} rounds)");
        Console.WriteLine($"  hostile files, {nextHostile} in turn: median {attacked:0} ({withHostile.Count} rounds): {attacked / calm - 1:+0.0%;-0.0%}");
    }

    public static async Task TellAsync(string app)
    {
        await using var pool = Hosts.Open(app, 1, SandboxLevel.Bubblewrap);
        Console.WriteLine($"\n{"file",-58} {"bytes",10} {"outcome",-18} {"seconds",8}");
        foreach (var file in HostileFile.All)
        {
            var bytes = file.Make();
            var began = Stopwatch.GetTimestamp();
            var outcome = await Hosts.OutcomeAsync(pool, bytes);
            Console.WriteLine($"{file.Name,-58} {bytes.Length,10} {outcome,-18} {Stopwatch.GetElapsedTime(began).TotalSeconds,8:0.00}");
        }
    }

    /// <summary>How long all documents take, again and again, for one turn, while the host beside is never idle.</summary>
    private static async Task<List<double>> RatesAsync(ParseHostPool ordinary, ParseHostPool beside, IReadOnlyList<byte[]> documents, Func<byte[]> next)
    {
        using var over = new CancellationTokenSource();
        var load = Task.Run(async () =>
        {
            try
            {
                while (!over.IsCancellationRequested) await Hosts.AnswerAsync(beside, next(), over.Token);
            }
            catch (OperationCanceledException)
            {
                // The turn is over; the host that was busy has been ended.
            }
        });
        var times = new List<double>();
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < Turn;)
        {
            var round = Stopwatch.GetTimestamp();
            foreach (var document in documents) await Hosts.AnswerAsync(ordinary, document);
            times.Add(Stopwatch.GetElapsedTime(round).TotalMilliseconds);
        }
        await over.CancelAsync();
        await load;
        return times;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
