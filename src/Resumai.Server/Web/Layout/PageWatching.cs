namespace Resumai.Server.Web.Layout;

/// <summary>An open page that looks again and again whether something has changed.</summary>
internal static class PageWatching
{
    /// <summary>Looks after each pause until there is nothing more to see or the page is left. What cannot be asked now (the database is away) is asked after the next pause.</summary>
    /// <param name="look">Looks and shows what it saw; false: there will be nothing new.</param>
    /// <param name="left">Cancelled when the page is left; ends this without an error.</param>
    public static async Task RunAsync(TimeSpan pause, Func<Task<bool>> look, ILogger log, CancellationToken left)
    {
        using var timer = new PeriodicTimer(pause);
        var isBlind = false;
        try
        {
            while (await timer.WaitForNextTickAsync(left))
            {
                try
                {
                    if (!await look()) return;
                    isBlind = false;
                }
                catch (Exception e) when (!left.IsCancellationRequested)
                {
                    // Once for as long as it lasts: many pages may be open.
                    if (!isBlind) log.LogWarning(e, "An open page cannot see what has changed; it shows what it saw last and looks again every {Pause}.", pause);
                    isBlind = true;
                }
            }
        }
        catch (Exception) when (left.IsCancellationRequested)
        {
            // The page was left.
        }
    }
}
