using System.Globalization;
using System.Text.Json;
using Resumai.Bench.Scale;

// Predicts from the run of one worker what more of them do; see bench/scale.sh and docs/scale.md.
const string begin = "<!-- bench/scale.sh writes from here -->", end = "<!-- to here -->";
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var assumed = new Assumptions();
if (args is not [var file, .. var rest] || !File.Exists(file))
{
    Console.Error.WriteLine("usage: bench/scale.sh BACKLOG.json [--write FILE.md] [--NAME VALUE]…   (BACKLOG.json: of bench/load.sh backlog)");
    return 2;
}
string? document = null;
if (rest is ["--write", var written, .. var others])
{
    (document, rest) = (written, others);
    if (!File.Exists(document) || File.ReadAllText(document).Split(begin) is not [_, var behind] || !behind.Contains(end))
    {
        Console.Error.WriteLine($"{document} has no place for the tables, from '{begin}' to '{end}'");
        return 2;
    }
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
assumed.Measured(measured);
var costs = JobCosts.Calibrate(measured, assumed.StartSeconds, assumed.Crowding, assumed.Seed);
using var to = new StringWriter();
if (measured.OneWorker.CpuSeconds.Hosts < measured.HostMs.Average() / 1000 * measured.Documents / 2)
{
    Console.Error.WriteLine("The hosts were busy for less than half of their time: were all of them counted, replaced ones too?");
}

to.WriteLine($"{measured.Documents:N0} documents of `{Path.GetFileName(file)}`; {string.Join(' ', assumed.Told)}\n");
to.WriteLine("### Measured and predicted\n");
var holds = Tables.Predicted(to, measured, costs, assumed);
if (!costs.OneWriter)
{
    costs = costs with { Start = 0, StartComputes = 0 };
    var mixed = costs.WithScans(assumed.Scans, assumed.ScanSeconds);
    to.WriteLine("\n### Processor time\n");
    Tables.ProcessorHours(to, costs, mixed, assumed);
    to.WriteLine($"\n### More workers, one database\n\nA backlog of digital documents:\n");
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
Console.Write(to);
if (document is not null)
{
    var text = File.ReadAllText(document);
    var (from, until) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
    File.WriteAllText(document, $"{text[..from]}\n\n{to}\n{text[until..]}");
}
return holds ? 0 : 1;
