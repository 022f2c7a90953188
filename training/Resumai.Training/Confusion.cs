using Resumai.Fields.Entries;

namespace Resumai.Training;

/// <summary>What a model trained on four fifths of the examples says of the last fifth, class by class.</summary>
internal static class Confusion
{
    public static void Write(TextWriter output, string name, IReadOnlyList<Example> examples, int epochs, int seed)
    {
        var cut = examples.Count * 4 / 5;
        var model = Trainer.Train([.. examples.Take(cut)], PieceModel.Classes, epochs, seed);
        var table = new int[PieceModel.Classes, PieceModel.Classes];
        var sums = new float[PieceModel.Classes];
        foreach (var example in examples.Skip(cut))
        {
            Array.Clear(sums);
            model.Add(example.Features, sums);
            table[example.Class, Array.IndexOf(sums, sums.Max())]++;
        }
        output.WriteLine($"{name}: truth down, model across");
        var names = Enum.GetNames<EntryRole>().Append("Cut wrong").ToArray();
        output.WriteLine("              " + string.Concat(names.Select(n => $"{n[..Math.Min(8, n.Length)],9}")));
        for (var truth = 0; truth < names.Length; truth++)
        {
            output.WriteLine($"{names[truth],-14}" + string.Concat(Enumerable.Range(0, names.Length).Select(c => $"{table[truth, c],9}")));
        }
    }

    /// <summary>The share of the last fifth that a model trained on the rest tells right.</summary>
    public static void WriteShare(TextWriter output, string name, IReadOnlyList<Example> examples, int classes, int epochs, int seed)
    {
        var cut = examples.Count * 4 / 5;
        var model = Trainer.Train([.. examples.Take(cut)], classes, epochs, seed);
        var sums = new float[classes];
        var right = 0;
        foreach (var example in examples.Skip(cut))
        {
            Array.Clear(sums);
            model.Add(example.Features, sums);
            if (Array.IndexOf(sums, sums.Max()) == example.Class) right++;
        }
        output.WriteLine($"{name}: {right / (double)Math.Max(1, examples.Count - cut):0.000} of {examples.Count - cut} right");
    }
}
