using System.Diagnostics;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>Watches what one document takes of time, processor and memory, and ends the host when it is too much.</summary>
/// <param name="process">The process started, whose descendants count too.</param>
/// <param name="host">The one of them that parses.</param>
internal sealed class DocumentWatch(ParseHostOptions options, int process, int host)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpuBefore = ProcessTree.Cpu(host);
    private int _pages = 1;

    /// <summary>The document has so many pages: its limits grow.</summary>
    public void HasPages(int pages) => Volatile.Write(ref _pages, Math.Max(1, pages));

    /// <summary>The limit that was broken, after <paramref name="end"/> was called; null when the document was done before.</summary>
    public async Task<ParseError?> WatchAsync(Action end, CancellationToken done)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                if (Broken() is not { } limit) continue;
                end();
                return limit;
            }
        }
        catch (OperationCanceledException)
        {
            // The document is done.
        }
        return null;
    }

    private ParseError? Broken()
    {
        var pages = Volatile.Read(ref _pages);
        if (Stopwatch.GetElapsedTime(_began) > options.TimeLimitOf(pages)) return ParseError.TimedOut;
        // The host outlives what confines it, should that be killed.
        var all = OperatingSystem.IsLinux() ? ProcessTree.Of(process).Union([host]).ToList() : [process];
        if (all.Sum(ProcessTree.Memory) > options.MemoryMegabytes * 1024L * 1024) return ParseError.MemoryExceeded;
        return all.Select(ProcessTree.Cpu).Aggregate(TimeSpan.Zero, (sum, cpu) => sum + cpu) - _cpuBefore > options.CpuLimitOf(pages) ? ParseError.TimedOut : null;
    }
}
