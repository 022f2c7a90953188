using System.Collections.Concurrent;
using System.Text.Json;
using Resumai;
using Resumai.Fields.Entries;
using Resumai.Fields.Kinds;
using Resumai.Tagging;
using Resumai.Training;

// training FOLDER… [--out DIR] [--leave-out family=a,b | language=x | person=…] [--records DIR] [--seed N] [--epochs N] [--only experience,education,sections,lines]
// Trains the weights of entry heads, sections and lines on rendered CVs; with --records parses what was left out with them, for ./resumai eval --actual.
if (args is ["cv-probability", ..]) return CvTraining.Run(new Arguments(args[1..]));
if (args is ["confidence", ..]) return ConfidenceTraining.Run(new Arguments(args[1..]));
var folders = new List<string>();
var options = new Dictionary<string, string>();
for (var i = 0; i < args.Length; i++)
{
    if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Length) options[args[i][2..]] = args[++i];
    else folders.Add(args[i]);
}
if (folders.Count == 0)
{
    Console.Error.WriteLine("usage: Resumai.Training FOLDER… [--out DIR] [--leave-out family=a,b] [--records DIR] [--seed N] [--epochs N]");
    return 2;
}

var seed = int.Parse(options.GetValueOrDefault("seed", "1"));
var epochs = int.Parse(options.GetValueOrDefault("epochs", "6"));
var leftOut = LeaveOut.Parse(options.GetValueOrDefault("leave-out"));
var all = folders.SelectMany(Rendering.Read).Take(int.Parse(options.GetValueOrDefault("limit", "1000000"))).ToArray();
var training = all.Where(r => !leftOut.Holds(r)).ToArray();
Console.WriteLine($"{training.Length} documents, {all.Length - training.Length} left out");
var only = options.GetValueOrDefault("only")?.Split(',');
var models = new Dictionary<string, LinearModel>();
if (Wanted("experience") || Wanted("education"))
{
    var read = new (List<Example> Posts, List<Example> Studies)[training.Length];
    Parallel.For(0, training.Length, i => read[i] = SectionReader.Examples(training[i]));
    foreach (var (name, examples) in new[] { ("experience", read.SelectMany(r => r.Posts).ToArray()), ("education", read.SelectMany(r => r.Studies).ToArray()) })
    {
        Confusion.Write(Console.Out, name, examples, epochs, seed);
        models[name] = Trainer.Train(examples, PieceModel.Classes, epochs, seed);
    }
}
foreach (var (name, of) in new (string, Func<Rendering, List<Example>>)[] { ("sections", SectionExamples.Of), ("lines", LineExamples.Of) })
{
    if (!Wanted(name)) continue;
    var read = new List<Example>[training.Length];
    Parallel.For(0, training.Length, i => read[i] = of(training[i]));
    Example[] examples = [.. read.SelectMany(e => e)];
    Confusion.WriteShare(Console.Out, name, examples, SectionKindModel.Classes, epochs, seed);
    models[name] = Trainer.Train(examples, SectionKindModel.Classes, epochs, seed);
}
bool Wanted(string name) => only is null || only.Contains(name);

if (options.TryGetValue("out", out var folder))
{
    foreach (var (name, model) in models)
    {
        using var file = File.Create(Path.Combine(folder, name + ".model"));
        model.Write(file);
    }
}
if (options.TryGetValue("records", out var records))
{
    Directory.CreateDirectory(records);
    PieceModel.Experience = new(() => new PieceModel(models["experience"]));
    PieceModel.Education = new(() => new PieceModel(models["education"]));
    var parser = new CvParser();
    Parallel.ForEach(all.Where(leftOut.Holds), rendering =>
    {
        var result = parser.Parse(File.ReadAllBytes(rendering.Path), new ParseOptions { AsOf = new DateOnly(2026, 11, 23), Filename = Path.GetFileName(rendering.Path) });
        if (result.Record is { } record) File.WriteAllText(Path.Combine(records, rendering.Id + ".json"), JsonSerializer.Serialize(record, Resumai.Master.MasterJson.Indented.MasterRecord));
    });
}
return 0;
