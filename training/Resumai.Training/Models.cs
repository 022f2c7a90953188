using Resumai.Fields.Entries;
using Resumai.Fields.Kinds;
using Resumai.Layout;
using Resumai.Tagging;

namespace Resumai.Training;

/// <summary>The linear models: what teaches each of them, and their use by the parser in place of those that are built in.</summary>
internal static class Models
{
    private const string Experience = "experience", Education = "education", Sections = "sections", Lines = "lines";

    public static readonly IReadOnlyList<string> Names = [Experience, Education, Sections, Lines];

    public static bool IsOfHeads(string name) => name is Experience or Education;

    public static int Classes(string name) => IsOfHeads(name) ? PieceModel.Classes : SectionKindModel.Classes;

    /// <summary>The examples of each rendering, in the order of <paramref name="renderings"/>, by the name of the model that they teach.</summary>
    public static IReadOnlyDictionary<string, Example[]>[] Examples(IReadOnlyList<Rendering> renderings, IEnumerable<string> wanted)
    {
        var names = wanted.ToHashSet();
        var read = new IReadOnlyDictionary<string, Example[]>[renderings.Count];
        Parallel.For(0, renderings.Count, i =>
        {
            var of = new Dictionary<string, Example[]>();
            if (names.Any(IsOfHeads))
            {
                var (posts, studies) = SectionReader.Examples(renderings[i]);
                (of[Experience], of[Education]) = ([.. posts], [.. studies]);
            }
            if (names.Contains(Sections)) of[Sections] = [.. SectionExamples.Of(renderings[i])];
            if (names.Contains(Lines)) of[Lines] = [.. LineExamples.Of(renderings[i])];
            read[i] = of;
        });
        return read;
    }

    /// <summary>Lets the parser judge by these; a model that is not among them stays.</summary>
    public static void Use(IReadOnlyDictionary<string, LinearModel> models)
    {
        if (models.TryGetValue(Experience, out var experience)) PieceModel.Experience = new(new PieceModel(experience));
        if (models.TryGetValue(Education, out var education)) PieceModel.Education = new(new PieceModel(education));
        if (models.TryGetValue(Sections, out var sections)) SectionKindModel.Sections = new(new SectionKindModel(sections));
        if (models.TryGetValue(Lines, out var lines)) SectionKindModel.Lines = new(new SectionKindModel(lines));
    }

    public static void UseGutters(string path)
    {
        using var file = File.OpenRead(path);
        GutterJudge.Trained = new(GutterJudge.Read(file));
    }
}
