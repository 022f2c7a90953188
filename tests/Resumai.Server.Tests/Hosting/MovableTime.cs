namespace Resumai.Server.Tests.Hosting;

/// <summary>The real clock, moved on by as much as a test says. Timers stay real.</summary>
public sealed class MovableTime : TimeProvider
{
    private long _offset;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));

    public override long GetTimestamp() =>
        base.GetTimestamp() + (Interlocked.Read(ref _offset) * base.TimestampFrequency / TimeSpan.TicksPerSecond);
}
