namespace Resumai.Server.Tests.Hosting;

/// <summary>Waits for what other threads and processes do.</summary>
public static class Eventually
{
    /// <summary>Looks every 50 ms, for 40 s at most.</summary>
    public static async Task TrueAsync(Func<Task<bool>> look)
    {
        for (var tries = 0; tries < 800; tries++)
        {
            if (await look()) return;
            await Task.Delay(50);
        }
        throw new TimeoutException("It did not become true.");
    }
}
