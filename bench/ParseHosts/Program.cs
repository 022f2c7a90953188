using System.Globalization;
using Resumai.Bench.ParseHosts;
using Resumai.Reading;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is not [var folder, var app, ..] || !Directory.Exists(folder) || !File.Exists(app) || (args.Length > 2 && !int.TryParse(args[2], out _)))
{
    Console.Error.WriteLine("usage: bench/parse-hosts.sh DIR [TURNS [neighbours]]");
    return 2;
}
// What has to be recognised takes a hundred times as long: the cost of a host would be lost in it.
var documents = Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)
    .Where(bytes => DocumentReaders.Read(bytes, new ReadLimits()).Document is { } document && document.Pages.All(p => p is { Glyphs.Count: > 0, Unread.Count: 0 })).Take(40).ToArray();
if (documents.Length == 0)
{
    Console.Error.WriteLine($"{folder} has no digital PDF.");
    return 2;
}
if (!args.Contains("neighbours"))
{
    await Overhead.MeasureAsync(app, documents);
    await Neighbours.TellAsync(app);
}
await Neighbours.MeasureAsync(app, documents, args.Length > 2 ? int.Parse(args[2]) : 8);
return 0;
