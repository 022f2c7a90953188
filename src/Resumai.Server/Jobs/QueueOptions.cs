using Resumai.Server.Settings;

namespace Resumai.Server.Jobs;

/// <param name="Bound">Most queued jobs in all; uploads beyond it are refused.</param>
/// <param name="AccountBound">Most queued jobs of one account.</param>
/// <param name="Lease">How long a job belongs to a server that does not renew; renewed at a third of it.</param>
public sealed record QueueOptions(int Bound, int AccountBound, TimeSpan Lease)
{
    /// <summary>Most queued jobs of an account's test keys.</summary>
    public const int TestBound = 100;

    /// <summary>How long jobs in work go on after the order to stop; what is left of the server's 30 s is for giving them back.</summary>
    public TimeSpan Finish { get; init; } = TimeSpan.FromSeconds(25);

    public static QueueOptions Read(SettingsReader settings) => new(
        settings.Integer("Queue:Bound", 200_000, 1, 10_000_000),
        settings.Integer("Queue:AccountBound", 20_000, 1, 10_000_000),
        settings.Seconds("Queue:LeaseSeconds", 30, 3, 3600));
}
