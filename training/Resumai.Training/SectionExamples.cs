using Resumai.Fields.Kinds;
using Resumai.Layout;
using Resumai.Normalize.Languages;
using Resumai.Reading;
using Resumai.Sections;
using Resumai.Tagging;

namespace Resumai.Training;

/// <summary>Sections under headings whose words are known, as examples of their kind.</summary>
internal static class SectionExamples
{
    private const int WithoutHeading = 2;

    public static List<Example> Of(Rendering rendering)
    {
        var examples = new List<Example>();
        if (DocumentReaders.Read(File.ReadAllBytes(rendering.Path), new ReadLimits()).Document is not { } source) return examples;
        var document = PageArranger.Arrange(source);
        var language = LanguageDetector.Detect(string.Join('\n', document.Lines.Select(l => l.Text)));
        var sections = SectionSplitter.Split(document);
        var features = new FeatureList();
        foreach (var section in sections.Where(s => s.Heading is not null && s.Lines.Count > 0 && s.Trust == HeadingTrust.Known && HeadingLexicon.Default.Find(s.Heading.Value.Text) is { Strength: 1 }))
        {
            var others = sections.Where(s => s != section && s.Heading is not null && s.Trust == HeadingTrust.Known).Select(s => s.Kind).ToHashSet();
            Add(section.Heading!.Value.Text, others);
            // Without its own words more often than with them, and now and then as the only known section: new words and few known headings are the case it is for.
            for (var i = 0; i < WithoutHeading; i++) Add(null, others);
            Add(null, new HashSet<SectionKind>());

            void Add(string? heading, IReadOnlySet<SectionKind> kinds)
            {
                SectionFeatures.Of(heading, section.Lines, kinds, language, features);
                examples.Add(new Example([.. features.Values], (int)section.Kind));
            }
        }
        return examples;
    }
}
