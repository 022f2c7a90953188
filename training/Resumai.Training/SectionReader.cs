using Resumai.Fields.Education;
using Resumai.Fields.Entries;
using Resumai.Fields.Experience;
using Resumai.Layout;
using Resumai.Normalize.Languages;
using Resumai.Reading;
using Resumai.Sections;

namespace Resumai.Training;

/// <summary>Reads a rendering as the parser does, up to the entries' lines.</summary>
internal static class SectionReader
{
    public static (List<Example> Posts, List<Example> Studies) Examples(Rendering rendering)
    {
        var (posts, studies) = (new List<Example>(), new List<Example>());
        if (DocumentReaders.Read(File.ReadAllBytes(rendering.Path), new ReadLimits()).Document is not { } source) return (posts, studies);
        var document = PageArranger.Arrange(source);
        var language = LanguageDetector.Detect(string.Join('\n', document.Lines.Select(l => l.Text)));
        var edges = new ColumnEdges(document.Lines);
        var lexicon = EntryLexicon.For(language);
        double places(string text) => PlaceEvidence.Share(text, language);
        var post = new HeadExamples(new ExperienceGrammar(lexicon, places));
        var study = new HeadExamples(new EducationGrammar(lexicon, places));
        var (jobs, schools) = (HeadTruth.Posts(rendering.Truth), HeadTruth.Studies(rendering.Truth));
        foreach (var section in SectionSplitter.Split(document).Where(s => s.Lines.Count > 0))
        {
            if (section.Kind == SectionKind.Experience) posts.AddRange(post.Of(new EntryLineReader(section.Lines, edges, language, null).Read(), jobs));
            if (section.Kind == SectionKind.Education) studies.AddRange(study.Of(new EntryLineReader(section.Lines, edges, language, null).Read(), schools));
        }
        return (posts, studies);
    }
}
