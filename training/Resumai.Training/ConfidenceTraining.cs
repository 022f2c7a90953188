using System.Globalization;
using System.Text.Json;
using Resumai.Cli.Eval.Reliability;
using Resumai.Cli.Eval.Scoring;
using Resumai.Master;
using Resumai.Master.Certainty;

namespace Resumai.Training;

/// <summary>
/// <c>confidence --fit DIR… [--test DIR…] [--families a,b;c,d;…] [--out DIR] [--write FILE]</c>: fits how sure each value is to what the
/// scorer says of values of rendered documents, and reports on documents left out: those of the test folders, and, by turns, the families
/// of layouts named together.
/// </summary>
internal static class ConfidenceTraining
{
    private const double Ridge = 4;
    /// <summary>Fields with fewer wrong values or fewer values in all have no model of their own.</summary>
    private const int FewestWrong = 15, FewestValues = 150;

    private const string Head = """
        # Confidence

        How sure a record says it is of a value, against whether the scorer (`./resumai eval`) finds the value right. Written by
        `training confidence` (CONTRIBUTING, "Training"); documents are rendered, with the truth known. Every value that the truth can judge counts once.
        ECE is the expected calibration error over ten bins of equal width; AUC the chance that a right value has a higher confidence than a
        wrong one ("–": all right). Errors of fields with few values are mostly chance.

        """;

    public static int Run(Arguments arguments)
    {
        var fit = Read(arguments.All("fit"));
        var test = Read(arguments.All("test"));
        var model = Fit(fit.SelectMany(d => d.Values));
        using var report = new StringWriter();
        report.WriteLine(Head);
        Section(report, $"In the training: {fit.Count} documents", Judge(model, fit));
        if (test.Count > 0)
        {
            Section(report, $"Documents of persons left out: {test.Count} documents", Judge(model, test));
            var scans = test.Where(d => d.Recognized).ToArray();
            if (scans.Length > 0) Section(report, $"Of these, scans and photos: {scans.Length} documents", Judge(model, scans));
            var turns = new List<JudgedValue>();
            foreach (var families in (arguments.One("families") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split(',').ToHashSet()))
            {
                var without = Fit(fit.Where(d => !families.Contains(d.Family)).SelectMany(d => d.Values));
                turns.AddRange(Judge(without, [.. test.Where(d => families.Contains(d.Family))]));
            }
            if (turns.Count > 0) Section(report, "Persons and layouts left out: each family of layouts judged by a model that has not seen it", turns);
        }
        Console.Write(report);
        if (arguments.One("out") is { } folder) Write(Path.Combine(folder, "confidence.weights.tsv"), model);
        if (arguments.One("write") is { } file) File.WriteAllText(file, report.ToString().ReplaceLineEndings("\n"));
        return 0;
    }

    private static Dictionary<string, (double[] Weights, IReadOnlyList<(double, double)> Steps)> Fit(IEnumerable<LabelledValue> values)
    {
        var all = values.ToArray();
        var fields = all.GroupBy(v => v.Field).Where(g => g.Count() >= FewestValues && g.Count(v => !v.IsRight) >= FewestWrong).ToDictionary(g => g.Key, g => Fit((IReadOnlyList<LabelledValue>)[.. g]));
        fields[ConfidenceModel.AnyField] = Fit((IReadOnlyList<LabelledValue>)all);
        return fields;
    }

    /// <summary>Scores for the steps come from models that have not seen the document's person: those of the training itself would be too sure.</summary>
    private static (double[], IReadOnlyList<(double, double)>) Fit(IReadOnlyList<LabelledValue> values)
    {
        const int parts = 4;
        var answers = new List<(double, bool)>();
        for (var part = 0; part < parts; part++)
        {
            var weights = Train(values.Where(v => v.Part % parts != part));
            var model = new LogisticModel(weights);
            answers.AddRange(values.Where(v => v.Part % parts == part).Select(v => (model.LogOdds(v.Features), v.IsRight)));
        }
        return (Train(values), Isotonic.Fit(answers));
    }

    private static double[] Train(IEnumerable<LabelledValue> values) => LogisticTrainer.Train([.. values.Select(v => new Sample(v.Features, v.IsRight))], Ridge);

    private static IReadOnlyList<JudgedValue> Judge(Dictionary<string, (double[] Weights, IReadOnlyList<(double, double)> Steps)> fields, IReadOnlyList<Judged> documents)
    {
        var model = new ConfidenceModel(fields.ToDictionary(f => f.Key, f => Calibrated(f.Value.Weights, f.Value.Steps)), ConfidenceModel.ReadLikes());
        return [.. documents.SelectMany(d => d.Values).Select(v => new JudgedValue(v.Scored, Math.Round(model.Probability(v.Field, v.Features), 2), v.IsRight))];
    }

    private static CalibratedField Calibrated(double[] weights, IReadOnlyList<(double Score, double Share)> steps) =>
        new(new LogisticModel(weights), [.. steps.Select(s => s.Score)], [.. steps.Select(s => s.Share)]);

    private static IReadOnlyList<Judged> Read(IReadOnlyList<string> folders)
    {
        var renderings = folders.SelectMany(Rendering.Read).DistinctBy(r => r.Path).ToDictionary(r => r.Path);
        return Documents.Read([.. renderings.Keys], (path, draft, options) =>
        {
            var rendering = renderings[path];
            var (record, features, _) = RecordAssembler.AssembleWithDoubts(draft, options);
            var tally = DocumentScorer.Score(rendering.Truth, JsonSerializer.SerializeToElement(record, MasterJson.Compact.MasterRecord));
            // A number of the person that is the same in every run and on every machine.
            var part = rendering.Person.Aggregate(17, (sum, c) => unchecked((sum * 31) + c) & 0xFFFF);
            return new Judged(rendering.Family, record.Document.OcrPages > 0, [.. from verdict in tally.Verdicts
                                                  from value in features
                                                  where value.Key == verdict.Pointer || (verdict.Pointer.EndsWith("/highlights", StringComparison.Ordinal) && value.Key.StartsWith(verdict.Pointer + "/", StringComparison.Ordinal))
                                                  select new LabelledValue(verdict.Field, new ValueNote(value.Key, 0, []).Field, value.Value, verdict.IsRight, part)]);
        });
    }

    private static void Section(TextWriter report, string title, IReadOnlyList<JudgedValue> values)
    {
        report.WriteLine($"## {title}\n");
        ReliabilityTable.Write(report, values);
        report.WriteLine();
    }

    private static void Write(string path, Dictionary<string, (double[] Weights, IReadOnlyList<(double Score, double Share)> Steps)> fields)
    {
        using var file = new StringWriter(CultureInfo.InvariantCulture);
        file.Write("# Written by training/: see CONTRIBUTING, \"Training\". Columns: field, feature, weight; or field, \"at\", score, share of right values there.\n");
        foreach (var (field, (weights, steps)) in fields.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            foreach (var (name, weight) in ValueFeatures.Names.Zip(weights)) file.Write($"{field}\t{name}\t{Number(weight)}\n");
            foreach (var (score, share) in steps) file.Write($"{field}\tat\t{Number(score)}\t{Number(share)}\n");
        }
        File.WriteAllText(path, file.ToString());
    }

    private static string Number(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);

    /// <param name="Scored">The scorer's name of the field.</param>
    /// <param name="Field">The pointer's.</param>
    /// <param name="Part">Of the person, for turns of leaving out.</param>
    private sealed record LabelledValue(string Scored, string Field, double[] Features, bool IsRight, int Part);

    private sealed record Judged(string Family, bool Recognized, IReadOnlyList<LabelledValue> Values);
}
