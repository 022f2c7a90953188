using System.Globalization;
using Resumai.Bench.ParseCost;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is [LoadCost.Argument])
{
    Console.Write(LoadCost.Here());
    return 0;
}
if (args is not [var folder, var app, .. var rest] || !Directory.Exists(folder) || !File.Exists(app) || (rest.Length > 0 && !int.TryParse(rest[0], out _)))
{
    Console.Error.WriteLine("usage: bench/parse-cost.sh DIR [MOST-DOCUMENTS]");
    return 2;
}
var documents = DigitalCv.Of(folder, rest.Length > 0 ? int.Parse(rest[0]) : 120);
if (documents.Count == 0)
{
    Console.Error.WriteLine($"{folder} has no digital PDF.");
    return 2;
}

var costs = DocumentCost.Of(documents);
var pages = documents.Sum(d => d.Pages);
Console.WriteLine($"{documents.Count} digital PDFs, {pages} pages, warm; processor time, least of the rounds\n");
Console.WriteLine($"{"",-22} {"ms a document",14} {"ms a page",10} {"÷ letters",10} {"median",8} {"90 %",8}");
Row("PdfPig's letters", c => c.Letters);
Row("read + arrange", c => c.ReadAndArrange);
Row("whole parse", c => c.Parse);

var loads = Enumerable.Range(0, 7).Select(_ => LoadCost.InNewProcess()).ToArray();
Console.WriteLine($"\nall knowledge and models loaded in {loads.Min(l => l.Elapsed):0} ms, {loads.Min(l => l.Processor):0} ms of processor time (least of {loads.Length} new processes)");
var hosts = new List<HostCost>();
for (var i = 0; i < 3; i++) hosts.Add(await HostCost.Of(app, documents));
var parses = documents.Take(5).Select(d => ProcessMemory.PeakOfCommand(app, ["parse", d.Path])).ToArray();
Console.WriteLine($"parse host: first word after {hosts.Min(h => h.Start):0} ms; a first document takes {hosts.Min(h => h.Load):0} ms longer than the same once more (least of {hosts.Count})");
Console.WriteLine($"parse host: peak {hosts.Max(h => h.Peak):0} MB after {documents.Count} documents; parse: peak {parses.Max():0} MB (most of {parses.Length})");
return 0;

void Row(string name, Func<DocumentCost, double> cost)
{
    var ratios = costs.Select(c => cost(c) / c.Letters).Order().ToArray();
    var sum = costs.Sum(cost);
    Console.WriteLine($"{name,-22} {sum / costs.Count,14:0.00} {sum / pages,10:0.00} {sum / costs.Sum(c => c.Letters),10:0.00} {ratios[ratios.Length / 2],8:0.00} {ratios[ratios.Length * 9 / 10],8:0.00}");
}
