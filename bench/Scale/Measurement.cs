using System.Text.Json;

namespace Resumai.Bench.Scale;

/// <summary>What <c>bench/load.sh backlog</c> writes: a backlog emptied by one, two and four workers on one machine.</summary>
/// <param name="Cores">Processors of the machine, shared by workers, hosts, database and API.</param>
/// <param name="Engine"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="HostMs">Milliseconds in the host, a document each, with one worker.</param>
/// <param name="StoreMs">Milliseconds of the stage that stores, a document each, with one worker.</param>
/// <param name="Crowding">How much more processor time the same parsing takes when all processors are at it, as a share.</param>
public sealed record Measurement(
    int Cores, string Engine, int Documents, IReadOnlyList<MeasuredRun> Runs, IReadOnlyList<double> HostMs, IReadOnlyList<double> StoreMs,
    double Crowding = 0)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, RespectNullableAnnotations = true };

    /// <exception cref="InvalidDataException">It has no run of one worker, or lacks samples.</exception>
    public static Measurement Read(string json)
    {
        var measured = JsonSerializer.Deserialize<Measurement>(json, Json) ?? throw new InvalidDataException("The measurement is empty.");
        if (measured is not { Cores: > 0, Documents: > 0, HostMs.Count: > 0 } || measured.Runs?.Any(r => r is { Workers: 1, Seconds: > 0 }) != true)
        {
            throw new InvalidDataException("The measurement must have cores, documents, host_ms and a run of one worker.");
        }
        return measured;
    }

    /// <summary>The only run that the model knows of.</summary>
    public MeasuredRun OneWorker => Runs.First(r => r.Workers == 1);
}

/// <param name="Workers">Worker processes, with one host each.</param>
/// <param name="Seconds">From their start until the backlog was done.</param>
/// <param name="Progress">How far it was at some times; tells what starting costs from what documents do. May be missing.</param>
public sealed record MeasuredRun(int Workers, double Seconds, ProcessorSeconds CpuSeconds, IReadOnlyList<MeasuredProgress>? Progress = null);

/// <param name="Seconds">Since the start of the workers.</param>
/// <param name="Documents">Done by then.</param>
/// <param name="CpuSeconds">Spent by then.</param>
public sealed record MeasuredProgress(double Seconds, int Documents, ProcessorSeconds CpuSeconds);

/// <summary>Processor time that a run took, in seconds.</summary>
public sealed record ProcessorSeconds(double Workers, double Hosts, double Database, double Api)
{
    public double All => Workers + Hosts + Database + Api;
}
