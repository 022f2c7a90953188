using System.Globalization;
using Resumai.Tagging;

namespace Resumai.Training;

/// <summary>
/// Every document parsed with weights that have seen nothing of its group (family of layouts, or language): the groups are dealt to folds, and
/// the documents of a fold are read by models trained on all others. With few folds several groups are left out together, which is the harder test.
/// </summary>
internal static class LeaveOneOut
{
    private const string Usage = "usage: Resumai.Training leave-one-out FOLDER… --by family|language|person --records DIR [--folds N] [--gutters DIR] [--list]";

    public static int Run(Arguments arguments)
    {
        if (arguments.All("") is not { Count: > 0 } folders || arguments.One("by") is not { } by || arguments.One("records") is not { } records)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        var (seed, epochs) = (Number("seed", 1), Number("epochs", 6));
        var all = folders.SelectMany(Rendering.Read).ToArray();
        var groups = all.GroupBy(r => LeaveOut.GroupOf(r, by)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        var count = Math.Min(groups.Length, Number("folds", groups.Length));
        var folds = Enumerable.Range(0, count).Select(f => groups.Where((_, i) => i % count == f).Select(g => g.Key).ToHashSet()).ToArray();
        for (var f = 0; f < count; f++) Console.WriteLine($"fold {f}: {string.Join(',', folds[f].Order(StringComparer.Ordinal))}");
        if (arguments.Has("list")) return 0;

        var examples = Models.Examples(all, Models.Names);
        for (var f = 0; f < count; f++)
        {
            var isLeftOut = all.Select(r => folds[f].Contains(LeaveOut.GroupOf(r, by))).ToArray();
            var models = new LinearModel[Models.Names.Count];
            Parallel.For(0, models.Length, m =>
            {
                var name = Models.Names[m];
                Example[] seen = [.. examples.Where((_, i) => !isLeftOut[i]).SelectMany(e => e[name])];
                models[m] = Trainer.Train(seen, Models.Classes(name), epochs, seed);
            });
            Models.Use(Models.Names.Zip(models).ToDictionary(m => m.First, m => m.Second));
            if (arguments.One("gutters") is { } gutters) Models.UseGutters(Path.Combine(gutters, string.Create(CultureInfo.InvariantCulture, $"{by}-{f}.model")));
            LeftOutRecords.Write(all.Where((_, i) => isLeftOut[i]), records);
            Console.WriteLine($"fold {f}: {isLeftOut.Count(l => l)} documents read by what the other {isLeftOut.Count(l => !l)} taught");
        }
        return 0;

        int Number(string name, int otherwise) => arguments.One(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
    }
}
