using System.Collections.Concurrent;
using System.Text.Json;
using Resumai;
using Resumai.Fields.Entries;
using Resumai.Fields.Kinds;
using Resumai.Training;

// training FOLDER… [--out DIR] [--leave-out family=a,b | language=x | person=…] [--records DIR] [--seed N] [--epochs N]
// Trains the weights of entry heads on rendered CVs; with --records parses what was left out with them, for ./resumai eval --actual.
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
var read = new (List<Example> Posts, List<Example> Studies)[training.Length];
Parallel.For(0, training.Length, i => read[i] = SectionReader.Examples(training[i]));
var posts = read.SelectMany(r => r.Posts).ToArray();
var studies = read.SelectMany(r => r.Studies).ToArray();
Console.WriteLine($"{training.Length} documents, {all.Length - training.Length} left out; {posts.Length} examples of posts, {studies.Length} of studies");

Confusion.Write(Console.Out, "posts", posts, epochs, seed);
Confusion.Write(Console.Out, "studies", studies, epochs, seed);
var sections = new List<Example>[training.Length];
Parallel.For(0, training.Length, i => sections[i] = SectionExamples.Of(training[i]));
var kinds = sections.SelectMany(s => s).ToArray();
Confusion.WriteShare(Console.Out, "sections", kinds, SectionKindModel.Classes, epochs, seed);
var models = new[] { ("experience", Trainer.Train(posts, PieceModel.Classes, epochs, seed)), ("education", Trainer.Train(studies, PieceModel.Classes, epochs, seed)), ("sections", Trainer.Train(kinds, SectionKindModel.Classes, epochs, seed)) };
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
    PieceModel.Experience = new(() => new PieceModel(models[0].Item2));
    PieceModel.Education = new(() => new PieceModel(models[1].Item2));
    var parser = new CvParser();
    Parallel.ForEach(all.Where(leftOut.Holds), rendering =>
    {
        var result = parser.Parse(File.ReadAllBytes(rendering.Path), new ParseOptions { AsOf = new DateOnly(2026, 11, 23), Filename = Path.GetFileName(rendering.Path) });
        if (result.Record is { } record) File.WriteAllText(Path.Combine(records, rendering.Id + ".json"), JsonSerializer.Serialize(record, Resumai.Master.MasterJson.Indented.MasterRecord));
    });
}
return 0;
