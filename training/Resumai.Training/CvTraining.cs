using System.Globalization;
using Resumai.Master.Certainty;

namespace Resumai.Training;

/// <summary>
/// <c>cv-probability --cvs DIR… --others DIR… [--test-cvs DIR…] [--test-others DIR…] [--out DIR] [--seed N]</c>:
/// trains the weights that tell a CV from another paper, and says how they do on documents and on kinds of papers that they have not seen.
/// </summary>
internal static class CvTraining
{
    private const double Ridge = 3;
    /// <summary>Copies of each CV with some of its parts taken away, so that a short or odd one is still one.</summary>
    private const int Maimed = 2;

    private static readonly string[] For =
    [
        "kinds_of_sections", "experience_heading", "education_heading", "skills_heading", "languages_heading", "cv_heading", "dated_posts", "dated_studies", "whole_posts",
        "whole_studies", "languages", "levels", "skills", "lines_in_entries", "name", "name_on_top", "email", "email_of_person", "phone", "personal_details", "lines_with_two_years",
    ];
    private static readonly string[] Against = ["few_kinds", "long_lines", "money", "numbers_at_end", "salutation", "offer", "trade", "deed", "blanks", "other_lines"];

    private static readonly string[][] Parts =
    [
        ["experience_heading", "dated_posts", "whole_posts"], ["education_heading", "dated_studies", "whole_studies"], ["skills_heading", "skills"],
        ["languages_heading", "languages", "levels"], ["email", "email_of_person", "phone"], ["name", "name_on_top", "email_of_person"], ["personal_details", "cv_heading"],
    ];

    public static int Run(Arguments arguments)
    {
        var seed = int.Parse(arguments.One("seed") ?? "1", CultureInfo.InvariantCulture);
        var cvs = Read(arguments.All("cvs"));
        var others = Read(arguments.All("others"));
        var weights = Train(cvs, others, seed);
        Console.WriteLine($"{cvs.Count} CVs, {others.Count} others");
        Report("CVs of the training", cvs, weights, cv: true);
        Report("others of the training", others, weights, cv: false);
        foreach (var folder in arguments.All("test-cvs")) Report(Path.GetFileName(folder.TrimEnd('/')), Read([folder]), weights, cv: true);
        var left = Read(arguments.All("test-others"));
        foreach (var kind in left.GroupBy(o => o.Kind).OrderBy(g => g.Key, StringComparer.Ordinal)) Report(kind.Key, [.. kind], weights, cv: false);
        if (left.Count > 0) Report("all others", left, weights, cv: false);
        foreach (var kind in others.Select(o => o.Kind).Distinct().Order(StringComparer.Ordinal))
        {
            Report(kind + " (kind left out)", [.. others.Where(o => o.Kind == kind)], Train(cvs, [.. others.Where(o => o.Kind != kind)], seed), cv: false);
        }
        if (arguments.One("out") is { } folder_) Write(Path.Combine(folder_, "cv.weights.tsv"), weights);
        return 0;
    }

    private static double[] Train(IReadOnlyList<Paper> cvs, IReadOnlyList<Paper> others, int seed)
    {
        var random = new Random(seed);
        var yes = cvs.SelectMany(c => Enumerable.Range(0, Maimed).Select(_ => Maim(c.Features, random)).Prepend(c.Features)).ToArray();
        var share = (double)(yes.Length + others.Count) / 2;
        var barred = new HashSet<int>();
        while (true)
        {
            var weights = LogisticTrainer.Train([.. yes.Select(f => new Sample(Without(f, barred), true, share / yes.Length)), .. others.Select(o => new Sample(Without(o.Features, barred), false, share / others.Count))], Ridge);
            foreach (var at in barred) weights[at] = 0;
            // What can only speak for a CV must not speak against one because of how the papers of the training were made, and the reverse.
            var wrong = CvFeatures.Names.Index().Where(n => (For.Contains(n.Item) && weights[n.Index] < 0) || (Against.Contains(n.Item) && weights[n.Index] > 0)).Select(n => n.Index).ToArray();
            if (wrong.Length == 0) return weights;
            barred.UnionWith(wrong);
        }
    }

    private static double[] Without(double[] features, HashSet<int> barred) => barred.Count == 0 ? features : [.. features.Index().Select(f => barred.Contains(f.Index) ? 0 : f.Item)];

    private static double[] Maim(double[] features, Random random)
    {
        var copy = (double[])features.Clone();
        foreach (var part in Parts)
        {
            if (random.NextDouble() > 0.3) continue;
            foreach (var name in part)
            {
                var at = Index(name);
                if (name.EndsWith("_heading", StringComparison.Ordinal) && name != "cv_heading") copy[Index("kinds_of_sections")] = Math.Max(0, copy[Index("kinds_of_sections")] - copy[at]);
                copy[at] = 0;
            }
        }
        // With its parts go their lines.
        copy[Index("lines")] = Math.Max(Math.Log(5), copy[Index("lines")] - (2 * random.NextDouble()));
        copy[Index("few_kinds")] = copy[Index("kinds_of_sections")] < 2 ? 1 : 0;
        return copy;
    }

    private static int Index(string name) => CvFeatures.Names.Index().First(n => n.Item == name).Index;

    private static void Report(string name, IReadOnlyList<Paper> papers, double[] weights, bool cv)
    {
        var odds = papers.Select(p => (p.Name, Probability: LogisticModel.Probability(new LogisticModel(weights).LogOdds(p.Features)))).OrderBy(p => cv ? p.Probability : -p.Probability).ToArray();
        var right = odds.Count(o => cv ? o.Probability > 0.8 : o.Probability < 0.2);
        var worst = string.Join(", ", odds.Take(3).Select(o => $"{o.Name} {o.Probability:0.00}"));
        Console.WriteLine($"{name,-32} {right,5} of {odds.Length,5} {(cv ? "over 0.8" : "under 0.2")}  {100.0 * right / Math.Max(1, odds.Length):0.0} %  worst {worst}");
    }

    private static IReadOnlyList<Paper> Read(IReadOnlyList<string> folders) => Documents.Read([.. Documents.Of(folders)], (path, draft, _) =>
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return new Paper(name, name.Split("--").ElementAtOrDefault(1) ?? "", CvFeatures.Of(draft));
    });

    private static void Write(string path, double[] weights) => File.WriteAllText(path,
        "# Written by training/: see CONTRIBUTING, \"Training\".\n" + string.Concat(CvFeatures.Names.Zip(weights).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.First}\t{w.Second:0.####}\n"))));

    private sealed record Paper(string Name, string Kind, double[] Features);
}
