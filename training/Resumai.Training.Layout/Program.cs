using Resumai.Bench.PageReading;
using Resumai.Layout;
using Resumai.Training.Layout;

// training FOLDER… [--test FOLDER] [--out FILE] [--leave-out family=a,b] [--rounds N] [--trees N] [--depth N]
// Trains the trees that judge gutters on documents rendered with --lines.
// A stretch that is plainly no columns teaches no more than one that is so by little.
const float LeastLearnt = 0.7f;
var folders = new List<string>();
var options = new Dictionary<string, string>();
for (var i = 0; i < args.Length; i++)
{
    if (args[i].StartsWith("--", StringComparison.Ordinal) && i + 1 < args.Length) options[args[i][2..]] = args[++i];
    else folders.Add(args[i]);
}
if (folders.Count == 0)
{
    Console.Error.WriteLine("usage: Resumai.Training.Layout FOLDER… [--test FOLDER,…] [--out FILE] [--leave-out family=a,b] [--rounds N] [--trees N] [--depth N]");
    return 2;
}
var (rounds, trees, depth) = (int.Parse(options.GetValueOrDefault("rounds", "2")), int.Parse(options.GetValueOrDefault("trees", "160")), int.Parse(options.GetValueOrDefault("depth", "5")));
if (options.TryGetValue("show", out var part))
{
    using var packed = File.OpenRead(options["model"]);
    var read = GutterJudge.Read(packed);
    foreach (var d in folders.SelectMany(Rendering.Read).Where(d => d.Id.Contains(part, StringComparison.Ordinal)))
    {
        var (ours, byTruth) = (d.Result(read), d.Result(null));
        Console.WriteLine($"{d.Id}: before {d.Before.Pairs - d.Before.GoodPairs}, now {ours.Broken.Count}, by truth {byTruth.Broken.Count}");
        foreach (var b in ours.Broken) Console.WriteLine($"  after {b.First.Text}\n     want {b.Second.Text}\n     is   {b.OursGoesOn}");
        foreach (var line in d.Verdicts(read)) Console.WriteLine(line);
    }
    return 0;
}
var documents = folders.SelectMany(f => Rendering.Read(f, options.GetValueOrDefault("leave-out"))).ToArray();
var tests = options.GetValueOrDefault("test", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(f => (Name: f, Documents: Rendering.Read(f).ToArray())).ToArray();
foreach (var (name, set) in tests) Console.WriteLine($"{name}: {set.Length} documents, order as built in {Rendering.Order(set, d => d.Before)}, by the truth {Rendering.Order(set, d => d.ByTruth())}");

var examples = new List<GutterExample>(documents.AsParallel().AsOrdered().SelectMany(d => d.Examples(null)));
GutterJudge judge = null!;
for (var round = 0; round < rounds; round++)
{
    if (round > 0) examples.AddRange(documents.AsParallel().AsOrdered().SelectMany(d => d.Examples(judge)));
    var withCards = examples.FindAll(e => e.Cards is not null);
    judge = new GutterJudge(Train(examples, e => e.Columns), Train(withCards, e => e.Cards!.Value));
    Console.WriteLine($"round {round + 1}: {documents.Length} documents, {examples.Count} stretches of gutters, order {Rendering.Order(documents, d => d.By(judge))}");
    foreach (var (name, set) in tests) Console.WriteLine($"  {name}: {Rendering.Order(set, d => d.By(judge))}");
}
if (options.TryGetValue("out", out var path))
{
    using var file = File.Create(path);
    judge.Write(file);
}
foreach (var (name, set) in tests)
{
    Console.WriteLine($"\n{name}: lost as built in, by these weights, by the truth");
    foreach (var layout in set.GroupBy(d => d.Layout).OrderByDescending(g => Lost(g, d => d.By(judge)) - Lost(g, d => d.ByTruth())).Take(25))
    {
        Console.WriteLine($"  {layout.Key,-24} {Lost(layout, d => d.Before),4} {Lost(layout, d => d.By(judge)),4} {Lost(layout, d => d.ByTruth()),4} of {layout.Sum(d => d.Before.Pairs)}");
    }
}
return 0;

static int Lost(IEnumerable<Rendering> documents, Func<Rendering, ReadingScore> score) => documents.Select(score).Sum(s => s.Pairs - s.GoodPairs);

BoostedTrees Train(List<GutterExample> rows, Func<GutterExample, float> gain) =>
    TreeTrainer.Train(rows.ConvertAll(e => e.Features), [.. rows.Select(e => Math.Clamp(gain(e) / e.Weight, -LeastLearnt, 2))], [.. rows.Select(e => (float)e.Weight)], [.. rows.Select(e => e.Document)], trees, depth);
