using System.Globalization;
using Resumai.Tagging;
using Resumai.Training;

// training FOLDER… [--out DIR] [--leave-out family=a,b | language=x | person=…] [--records DIR] [--seed N] [--epochs N] [--only experience,education,sections,lines]
// Trains the weights of entry heads, sections and lines on rendered CVs; with --records parses what was left out with them, for ./resumai eval --actual.
if (args is ["cv-probability", ..]) return CvTraining.Run(new Arguments(args[1..]));
if (args is ["confidence", ..]) return ConfidenceTraining.Run(new Arguments(args[1..]));
if (args is ["leave-one-out", ..]) return LeaveOneOut.Run(new Arguments(args[1..]));
var arguments = new Arguments(args);
if (arguments.All("") is not { Count: > 0 } folders)
{
    Console.Error.WriteLine("usage: Resumai.Training FOLDER… [--out DIR] [--leave-out family=a,b] [--records DIR] [--seed N] [--epochs N]");
    return 2;
}

var (seed, epochs) = (Number("seed", 1), Number("epochs", 6));
var leftOut = LeaveOut.Parse(arguments.One("leave-out"));
var all = folders.SelectMany(Rendering.Read).ToArray();
var training = all.Where(r => !leftOut.Holds(r)).ToArray();
Console.WriteLine($"{training.Length} documents, {all.Length - training.Length} left out");
var only = arguments.One("only")?.Split(',') ?? [.. Models.Names];
var read = Models.Examples(training, only);
var models = new Dictionary<string, LinearModel>();
foreach (var name in Models.Names.Intersect(only))
{
    Example[] examples = [.. read.SelectMany(e => e[name])];
    if (Models.IsOfHeads(name)) Confusion.Write(Console.Out, name, examples, epochs, seed);
    else Confusion.WriteShare(Console.Out, name, examples, Models.Classes(name), epochs, seed);
    models[name] = Trainer.Train(examples, Models.Classes(name), epochs, seed);
}

if (arguments.One("out") is { } folder)
{
    foreach (var (name, model) in models)
    {
        using var file = File.Create(Path.Combine(folder, name + ".model"));
        model.Write(file);
    }
}
if (arguments.One("records") is { } records)
{
    Models.Use(models);
    LeftOutRecords.Write(all.Where(leftOut.Holds), records);
}
return 0;

int Number(string name, int otherwise) => arguments.One(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
