using Resumai.Bench.PageReading;
using Resumai.Layout;
using Resumai.Reading;

const string usage = "usage: bench/reading.sh DIR [--only PART-OF-ID] [--worst N] [--no-cost]";
string? folder = null, only = null;
var (worst, cost) = (10, true);
for (var i = 0; i < args.Length; i++)
{
    if (args[i] == "--only" && i + 1 < args.Length) only = args[++i];
    else if (args[i] == "--worst" && i + 1 < args.Length && int.TryParse(args[++i], out var number)) worst = number;
    else if (args[i] == "--no-cost") cost = false;
    else if (folder is null && Directory.Exists(args[i])) folder = args[i];
    else return Usage();
}
if (folder is null) return Usage();

var documents = ReadingCorpus.Read(folder, only);
if (documents.Count == 0)
{
    Console.Error.WriteLine($"{folder} has no *{LineTruth.Suffix}: render documents with corpus/make/render.py … --lines.");
    return 2;
}
var results = documents.AsParallel().AsOrdered().Select(d => (d, Read(d))).ToList();
ReadingTable.Write(Console.Out, results, worst);
if (cost) ReadingCost.Write(Console.Out, documents);
return 0;

// A document that is not read has none of its words.
static ReadingResult Read(ReadingDocument document)
{
    var read = DocumentReaders.Read(File.ReadAllBytes(document.Path), new ReadLimits());
    if (read.Document is null) Console.Error.WriteLine($"{document.Id}: {read.Error!.Message}");
    var source = read.Document ?? new SourceDocument { Format = Resumai.Reading.DocumentFormat.Pdf, Pages = [] };
    return ReadingResult.Of(document.Truth, PageArranger.Arrange(source));
}

static int Usage()
{
    Console.Error.WriteLine(usage);
    return 2;
}
