using System.Runtime.CompilerServices;

namespace Resumai.Server.Tests.Hosting;

/// <summary>Waits for what other threads and processes do.</summary>
public static class Eventually
{
    /// <summary>No test waits longer for anything: far more than a busy machine needs, so that only what hangs runs into it.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>Looks every 50 ms.</summary>
    public static async Task TrueAsync(Func<Task<bool>> look, [CallerArgumentExpression(nameof(look))] string what = "")
    {
        for (var waited = TimeSpan.Zero; waited < Longest; waited += Step)
        {
            if (await look()) return;
            await Task.Delay(Step);
        }
        throw new TimeoutException($"It did not become true: {what}");
    }

    /// <summary>The same for what can be seen at once.</summary>
    public static Task TrueAsync(Func<bool> look, [CallerArgumentExpression(nameof(look))] string what = "") => TrueAsync(() => Task.FromResult(look()), what);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
}
