namespace Resumai.Server.Tests.Hosting;

/// <summary>The real clock, moved on by as much as a test says. Timers stay real.</summary>
public sealed class MovableTime : TimeProvider
{
    private long _offset;
    private long _jump;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    /// <summary>Sets the clock, as an administrator or a time service does: forwards or back, though no time has passed.</summary>
    public void Jump(TimeSpan by) => Interlocked.Add(ref _jump, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _offset) + Interlocked.Read(ref _jump));

    public override long GetTimestamp()
    {
        // In two parts: the product of a quarter of an hour is beyond a long.
        var (seconds, ticks) = Math.DivRem(Interlocked.Read(ref _offset), TimeSpan.TicksPerSecond);
        return base.GetTimestamp() + (seconds * base.TimestampFrequency) + (ticks * base.TimestampFrequency / TimeSpan.TicksPerSecond);
    }
}
