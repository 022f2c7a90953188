using Resumai.Bench.PageReading;

const string usage = "usage: bench/reading.sh DIR [--only PART-OF-ID] [--worst N] [--no-cost] [--write-thresholds]";
string? folder = null, only = null;
var (worst, cost, write) = (10, true, false);
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--only" && i + 1 < args.Length) only = args[++i];
    else if (args[i] == "--worst" && i + 1 < args.Length && int.TryParse(args[++i], out var number)) worst = number;
    else if (args[i] == "--no-cost") cost = false;
    else if (args[i] == "--write-thresholds") write = true;
    else if (folder is null && Directory.Exists(args[i])) folder = args[i];
    else return Usage();
}
if (folder is null || (write && only is not null)) return Usage();

var documents = ReadingCorpus.Read(folder, only);
if (documents.Count == 0)
{
    Console.Error.WriteLine($"{folder} has no *{LineTruth.Suffix}: render documents with corpus/make/render.py … --lines.");
    return 2;
}
var results = documents.AsParallel().AsOrdered().Select(d => (Document: d, Result: ReadingResult.Of(d))).ToList();
ReadingTable.Write(Console.Out, results, worst);
if (write) Thresholds.Write(folder, results.Select(r => (r.Document.Id, Threshold.Of(r.Result.Score))));
if (cost) ReadingCost.Write(Console.Out, documents);
return 0;

static int Usage()
{
    Console.Error.WriteLine(usage);
    return 2;
}
