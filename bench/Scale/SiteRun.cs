using Resumai.Bench.Scale.Events;

namespace Resumai.Bench.Scale;

/// <summary>
/// One run of a site: documents come, wait in line, are leased, parsed and stored, each by the steps of the server's own workers. A run is used once.
/// </summary>
public sealed class SiteRun
{
    /// <summary>SQLite: the part of a transaction's own computing that comes after the write lock is taken.</summary>
    private const double UnderLock = 0.8;
    private static readonly Action Nothing = () => { };

    private readonly Site _site;
    private readonly JobCosts _costs;
    private readonly Simulation _simulation;
    private readonly Cores _database;
    private readonly Cores[] _machines;
    private readonly CommitLog _log;
    private readonly PolledLock _writer;
    /// <summary>A sender's hints: none, some on their way, or more that go together when those have gone. The API's are the last.</summary>
    private readonly (bool Sends, bool HasMore)[] _senders;
    private readonly Queue<int> _sending = new();
    private bool _isSending;
    private double _hintsBusy;
    private readonly Queue<double> _waiting = new();
    private readonly Queue<int> _idle = new();
    private readonly List<(double Came, double Waited)> _waits = [];
    private int _leased;
    private int _done;
    private int _longest;
    private double _ended;

    public SiteRun(Site site, JobCosts costs, int seed)
    {
        (_site, _costs, _simulation) = (site, costs, new Simulation(seed));
        var commit = site.Commit ?? costs.Commit;
        _database = new Cores(_simulation, site.Cores, site.Crowding);
        _machines = [.. Enumerable.Range(0, site.Processes).Select(p => site.Apart ? new Cores(_simulation, WorkersOf(p)) : _database)];
        _log = new CommitLog(_simulation, commit);
        _writer = new PolledLock(_simulation);
        _senders = new (bool, bool)[site.Processes + 1];
    }

    private int Api => _site.Processes;

    private int Queued => _site.Standing + _waiting.Count;

    /// <summary>All documents are there before the first worker starts.</summary>
    public RunResult Backlog(int documents)
    {
        for (var i = 0; i < documents; i++) _waiting.Enqueue(0);
        _longest = documents;
        StartWorkers();
        _simulation.Run();
        return Result(0, _ended);
    }

    /// <summary>Documents come at random (a Poisson process whose rate changes with time) and are waited for to the last.</summary>
    /// <param name="rate">Documents a second at a time.</param>
    /// <param name="most">No rate is above this.</param>
    /// <param name="from">Only what comes from then on is told of.</param>
    public RunResult Arrivals(Func<double, double> rate, double most, double seconds, double from = 0)
    {
        StartWorkers();
        Next();
        _simulation.Run();
        return Result(from, seconds);

        void Next() => _simulation.After(_simulation.Exponential(1 / most), () =>
        {
            if (_simulation.Now >= seconds) return;
            if (_simulation.Random.NextDouble() * most < rate(_simulation.Now)) Upload();
            Next();
        });
    }

    private void StartWorkers()
    {
        for (var worker = 0; worker < _site.Workers; worker++)
        {
            var me = worker;
            // What it computes beside its own course keeps the processors from others.
            var alone = Math.Min(_costs.Start, _costs.StartComputes);
            MachineOf(me).Use(_costs.StartComputes - alone, Nothing);
            MachineOf(me).Use(alone, () => _simulation.After(_costs.Start - alone, () => Take(me)));
        }
    }

    private void Upload()
    {
        var came = _simulation.Now;
        _database.Use(_site.Upload + _site.CountedJob * Queued, () => Commit(() =>
        {
            _waiting.Enqueue(came);
            _longest = Math.Max(_longest, _waiting.Count);
            Hint(Api);
        }));
    }

    private void Take(int worker)
    {
        if (!_waiting.TryDequeue(out var came))
        {
            _idle.Enqueue(worker);
            return;
        }
        Transaction(worker, JobCosts.LeaseShare, _site.SkippedJob * _leased + _site.ScannedJob * Queued, () =>
        {
            _leased++;
            _waits.Add((came, _simulation.Now - came));
            // There may be more, and others of this process that wait.
            if (_waiting.Count > 0 && _idle.TryDequeue(out var other)) Take(other);
            Parse(worker);
        });
    }

    private void Parse(int worker)
    {
        var seconds = _costs.Host[_simulation.Random.Next(_costs.Host.Count)];
        var computes = seconds * _costs.HostComputes;
        MachineOf(worker).Use(computes, () => _simulation.After(seconds - computes, () => Store(worker)));
    }

    private void Store(int worker) => Transaction(worker, 1 - JobCosts.LeaseShare, 0, () =>
    {
        _leased--;
        _done++;
        _ended = _simulation.Now;
        MachineOf(worker).Use(_costs.Behind, Nothing);
        // Where the machines are apart the API has its own.
        if (!_site.Apart) _database.Use(_costs.Api, Nothing);
        Hint(worker % _site.Processes);
        Take(worker);
    });

    private void Transaction(int worker, double share, double more, Action then)
    {
        var (machine, computes) = (MachineOf(worker), _costs.Worker * share);
        if (_costs.OneWriter)
        {
            machine.Use(computes * (1 - UnderLock), () => _writer.Enter(() => machine.Use(computes * UnderLock, () => Commit(() =>
            {
                _writer.Leave();
                then();
            }))));
            return;
        }
        machine.Use(computes, () => _simulation.After(_site.RoundTrip * Site.RoundTrips * share,
            () => _database.Use(_costs.Database * share + more, () => Commit(then))));
    }

    private void Commit(Action then) => _log.Flush(then);

    /// <summary>
    /// Tells all processes that something has changed. Nothing waits for it, but PostgreSQL commits one hint after another, under a lock of its own, and
    /// each costs it something for everyone who listens. What a process has to say meanwhile goes together.
    /// </summary>
    private void Hint(int sender)
    {
        if (_costs.OneWriter)
        {
            if (sender == Api) WakeIdle();
            return;
        }
        if (_senders[sender].Sends)
        {
            _senders[sender].HasMore = true;
            return;
        }
        _senders[sender].Sends = true;
        _sending.Enqueue(sender);
        SendHint();
    }

    private void SendHint()
    {
        if (_isSending || !_sending.TryDequeue(out var sender)) return;
        _isSending = true;
        var began = _simulation.Now;
        Commit(() =>
        {
            _isSending = false;
            _hintsBusy += _simulation.Now - began;
            // One listener beside the sender is in what was measured.
            Share(_site.Listener * Math.Max(0, _site.Processes - 1));
            if (sender == Api) WakeIdle();
            var more = _senders[sender].HasMore;
            _senders[sender] = default;
            if (more) Hint(sender);
            SendHint();
        });
    }

    /// <summary>Every process that has an idle worker looks; those that find nothing looked in vain.</summary>
    private void WakeIdle()
    {
        var woken = Math.Min(_idle.Count, _site.Processes);
        var found = Math.Min(woken, _waiting.Count);
        Share(_site.Look * (woken - found));
        for (var i = 0; i < found; i++) Take(_idle.Dequeue());
    }

    /// <summary>Work of many connections at once.</summary>
    private void Share(double seconds)
    {
        for (var i = 0; seconds > 0 && i < _database.Count; i++) _database.Use(seconds / _database.Count, Nothing);
    }

    private Cores MachineOf(int worker) => _machines[worker % _machines.Length];

    private int WorkersOf(int process) => (_site.Workers - process + _site.Processes - 1) / _site.Processes;

    private RunResult Result(double from, double seconds)
    {
        var (passed, shared) = (Math.Max(1e-9, _simulation.Now), !_site.Apart);
        return new RunResult
        {
            Documents = _done,
            Seconds = _ended,
            Waits = [.. _waits.Where(w => w.Came >= from && w.Came <= seconds).Select(w => w.Waited).Order()],
            Longest = _longest,
            WorkersBusy = shared ? 0 : _machines.Sum(m => m.BusySeconds) / _site.Workers / passed,
            DatabaseBusy = _database.BusySeconds / _site.Cores / passed,
            CommitsTogether = _log.Flushes == 0 ? 0 : _log.Flushed / (double)_log.Flushes,
            HintsBusy = _hintsBusy / passed,
        };
    }
}

/// <summary>What came of a run; the busy parts of it are shares of the whole time.</summary>
public sealed record RunResult
{
    public required int Documents { get; init; }
    /// <summary>Until the last result.</summary>
    public required double Seconds { get; init; }
    /// <summary>Seconds in line, from the upload to the lease, ascending.</summary>
    public required IReadOnlyList<double> Waits { get; init; }
    /// <summary>Most that waited at a time.</summary>
    public required int Longest { get; init; }
    public required double WorkersBusy { get; init; }
    /// <summary>Of the database's processors; on one machine of all.</summary>
    public required double DatabaseBusy { get; init; }
    /// <summary>Commits that one flush makes durable, on average.</summary>
    public required double CommitsTogether { get; init; }
    /// <summary>Part of the time in which a hint was being committed.</summary>
    public required double HintsBusy { get; init; }

    public double Rate => Documents / Seconds;

    /// <param name="share">0.95: what 95 of 100 did not exceed.</param>
    public double Wait(double share) => Waits.Count == 0 ? 0 : Waits[Math.Min(Waits.Count - 1, (int)Math.Ceiling(Waits.Count * share) - 1)];
}
