using System.Globalization;
using System.Text.Json;
using Resumai.Bench.Scale;

// Predicts from the run of one worker what more of them do; see bench/scale.sh and docs/scale.md.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var assumed = new Assumptions();
if (args is not [var file, .. var rest] || !File.Exists(file))
{
    Console.Error.WriteLine("usage: bench/scale.sh BACKLOG.json [--NAME VALUE]…   (BACKLOG.json: of bench/load.sh backlog)");
    return 2;
}
if (assumed.Take(rest) is { } fault)
{
    Console.Error.WriteLine(fault);
    return 2;
}
Measurement measured;
try
{
    measured = Measurement.Read(File.ReadAllText(file));
}
catch (Exception e) when (e is JsonException or InvalidDataException)
{
    Console.Error.WriteLine($"{file} is no measurement of a backlog: {e.Message}");
    return 2;
}
var costs = JobCosts.Calibrate(measured, assumed.StartSeconds, assumed.Crowding, assumed.Seed);
var to = Console.Out;
if (measured.OneWorker.CpuSeconds.Hosts < measured.HostMs.Average() / 1000 * measured.Documents / 2)
{
    Console.Error.WriteLine("The hosts were busy for less than half of their time: were all of them counted, replaced ones too?");
}

to.WriteLine("### Measured and predicted\n");
var holds = Tables.Predicted(to, measured, costs, assumed);
if (!costs.OneWriter)
{
    costs = costs with { Start = 0, StartComputes = 0 };
    var mixed = costs.WithScans(assumed.Scans, assumed.ScanSeconds);
    to.WriteLine("\n### Processor time\n");
    Tables.ProcessorHours(to, costs, mixed, assumed);
    to.WriteLine($"\n### More workers, one database\n\n{string.Join(' ', assumed.Told)}\n\nA backlog of digital documents:\n");
    Tables.Workers(to, costs, assumed);
    to.WriteLine($"\nA backlog of which {assumed.Scans:0%} are scans ({mixed.HostMean * 1000:0} ms in the host on average):\n");
    Tables.Workers(to, mixed, assumed);
    to.WriteLine("\n### A long line\n\nDigital documents:\n");
    Tables.Depths(to, costs, assumed, 100);
    to.WriteLine("\n### 1,000 workers over more databases\n\nDigital documents:\n");
    Tables.Partitions(to, costs, assumed, 1000);
    to.WriteLine($"\n{assumed.Scans:0%} scans:\n");
    Tables.Partitions(to, mixed, assumed, 1000);
    to.WriteLine($"\n### A day with a busiest hour\n\n{assumed.PeakHour:0%} of the day's documents in one hour, {assumed.Scans:0%} scans; from the hour before it to the second after.\n");
    Tables.Days(to, mixed, assumed, [(10, 1), (1000, 1), (1000, 4)]);
}
return holds ? 0 : 1;
