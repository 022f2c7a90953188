using System.Globalization;

namespace Resumai.Bench.Scale;

/// <summary>
/// What the measurement does not tell, each with how it was found in docs/scale.md; all can be set: <c>--round-trip-ms 1</c>.
/// </summary>
public sealed class Assumptions
{
    private readonly Dictionary<string, double> _values = new()
    {
        ["seed"] = 1,
        ["start-seconds"] = 6,
        ["crowding"] = 0,
        ["database-cores"] = 16,
        ["commit-ms"] = 2,
        ["round-trip-ms"] = 0.3,
        ["process-workers"] = 16,
        ["upload-ms"] = 3,
        ["upload-api-ms"] = 8,
        ["count-us"] = 0.17,
        ["scan-us"] = 0.04,
        ["skip-us"] = 0.13,
        ["listener-us"] = 3,
        ["look-ms"] = 0.1,
        ["scans"] = 0.2,
        ["scan-seconds"] = 3,
        ["peak-hour"] = 0.15,
    };

    private readonly HashSet<string> _taken = [];

    /// <summary>Names and values, for the table that says what was assumed.</summary>
    public IEnumerable<string> Told => _values.Select(v => $"--{v.Key} {v.Value.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Processor time of the API for an upload.</summary>
    public double UploadApi => this["upload-api-ms"] / 1e3;
    /// <summary>Processor time of the database for an upload.</summary>
    public double UploadDatabase => this["upload-ms"] / 1e3;

    public int Seed => (int)this["seed"];
    /// <summary>What starting a worker takes where the measured run does not tell.</summary>
    public double StartSeconds => this["start-seconds"];
    /// <inheritdoc cref="Events.Cores"/>
    public double Crowding => this["crowding"];
    /// <summary>Part of the documents that have to be recognised.</summary>
    public double Scans => this["scans"];
    /// <summary>Time of one of those in the host.</summary>
    public double ScanSeconds => this["scan-seconds"];
    /// <summary>Part of a day's documents that come in its busiest hour.</summary>
    public double PeakHour => this["peak-hour"];

    /// <summary>Machines of their own for one database and its workers.</summary>
    public Site Apart(int workers) => new()
    {
        Workers = workers,
        Processes = Math.Max(1, (int)Math.Ceiling(workers / this["process-workers"])),
        Cores = (int)this["database-cores"],
        Apart = true,
        Crowding = Crowding,
        RoundTrip = this["round-trip-ms"] / 1e3,
        Commit = this["commit-ms"] / 1e3,
        Upload = this["upload-ms"] / 1e3,
        CountedJob = this["count-us"] / 1e6,
        SkippedJob = this["skip-us"] / 1e6,
        ScannedJob = this["scan-us"] / 1e6,
        Listener = this["listener-us"] / 1e6,
        Look = this["look-ms"] / 1e3,
    };

    private double this[string name] => _values[name];

    /// <summary>Where the arguments do not say otherwise, what was measured.</summary>
    public void Measured(Measurement measured)
    {
        if (!_taken.Contains("crowding")) _values["crowding"] = Math.Round(measured.Crowding, 2);
    }

    /// <summary>Takes <c>--name value</c> pairs; what is wrong with them, or null.</summary>
    public string? Take(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var name = arguments[i].StartsWith("--", StringComparison.Ordinal) ? arguments[i][2..] : "";
            if (!_values.ContainsKey(name)) return $"'{arguments[i]}' is no setting; there are {string.Join(' ', _values.Keys.Select(k => "--" + k))}";
            if (i + 1 == arguments.Count || !double.TryParse(arguments[i + 1], CultureInfo.InvariantCulture, out var value) || !(value >= 0)) return $"--{name} wants a number of 0 or more";
            _values[name] = value;
            _taken.Add(name);
        }
        return Scans >= 1 || PeakHour is < 1 / 24.0 or > 1 || this["database-cores"] < 1 || this["process-workers"] < 1
            ? "--scans is below 1, --peak-hour from 1/24 to 1, --database-cores and --process-workers 1 or more"
            : null;
    }
}
