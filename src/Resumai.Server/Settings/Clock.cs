namespace Resumai.Server.Settings;

public static class Clock
{
    /// <summary>The time in UTC, cut to milliseconds: what every database keeps and what answers show.</summary>
    public static DateTime UtcNow(this TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
