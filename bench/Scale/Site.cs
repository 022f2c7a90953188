namespace Resumai.Bench.Scale;

/// <summary>Machines and what lies between them. Times are seconds.</summary>
public sealed record Site
{
    /// <summary>Documents parsed at a time.</summary>
    public required int Workers { get; init; }
    /// <summary>Worker processes; each has a connection that listens, and sends its own hints.</summary>
    public required int Processes { get; init; }
    /// <summary>Processors of all together, or of the database alone (<see cref="Apart"/>).</summary>
    public required int Cores { get; init; }
    /// <summary>The database has its machine, the workers theirs with a processor a worker.</summary>
    public bool Apart { get; init; }
    /// <inheritdoc cref="Events.Cores"/>
    public double Crowding { get; init; }
    /// <summary>A statement's way to the database and back.</summary>
    public double RoundTrip { get; init; }
    /// <summary>Until a commit is durable; null: as where the costs were measured.</summary>
    public double? Commit { get; init; }
    /// <summary>What an upload costs the database, without counting the queue.</summary>
    public double Upload { get; init; }
    /// <summary>What each waiting job adds to an upload: the bounds count them.</summary>
    public double CountedJob { get; init; }
    /// <summary>What each leased job adds to a lease, which passes over it.</summary>
    public double SkippedJob { get; init; }
    /// <summary>What each waiting job adds to a lease, which looks through all for leases that have ended.</summary>
    public double ScannedJob { get; init; }
    /// <summary>Jobs that wait behind those of the run and are not taken in it.</summary>
    public int Standing { get; init; }
    /// <summary>What a hint costs the database for each process that listens.</summary>
    public double Listener { get; init; }
    /// <summary>What an idle process costs the database when a hint wakes it and it finds nothing.</summary>
    public double Look { get; init; }

    /// <summary>Round trips of a job: eight to lease it, one for its asset, eight to store the result (<c>JobTable</c>, <c>ParseResults</c>).</summary>
    public const int RoundTrips = 17;

    /// <summary>One host a process, everything beside each other: as <c>bench/load.sh backlog</c> measures.</summary>
    public static Site OneMachine(int cores, int workers) => new() { Workers = workers, Processes = workers, Cores = cores };
}
