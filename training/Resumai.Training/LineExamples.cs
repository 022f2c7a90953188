using Resumai.Fields.Kinds;
using Resumai.Layout;
using Resumai.Normalize.Languages;
using Resumai.Reading;
using Resumai.Sections;
using Resumai.Tagging;

namespace Resumai.Training;

/// <summary>The lines of CVs all of whose headings are known, without the headings, as examples of the kind of the section they stand in.</summary>
internal static class LineExamples
{
    private const int FewestSections = 3;

    public static List<Example> Of(Rendering rendering)
    {
        var examples = new List<Example>();
        if (DocumentReaders.Read(File.ReadAllBytes(rendering.Path), new ReadLimits()).Document is not { } source) return examples;
        var document = PageArranger.Arrange(source);
        var language = LanguageDetector.Detect(string.Join('\n', document.Lines.Select(l => l.Text)));
        var sections = SectionSplitter.Split(document).Where(s => s.Kind is not (SectionKind.Header or SectionKind.Footer or SectionKind.Letter) && s.Lines.Count > 0).ToArray();
        if (sections.Count(s => s.Heading is not null) < FewestSections || sections.Any(s => s.Trust != HeadingTrust.Known)) return examples;
        var features = new FeatureList();
        var lines = new LineFeatures([.. sections.SelectMany(s => s.Lines)], language);
        var kinds = sections.SelectMany(s => s.Lines.Select(_ => s.Kind == SectionKind.Contact ? SectionKind.Top : s.Kind)).ToArray();
        for (var i = 0; i < kinds.Length; i++)
        {
            lines.Of(i, features);
            examples.Add(new Example([.. features.Values], (int)kinds[i]));
        }
        return examples;
    }
}
