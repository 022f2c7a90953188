using Resumai.Sections;

namespace Resumai.Fields;

/// <summary>The text of the sections in which the person describes themselves.</summary>
internal static class SummaryExtractor
{
    public static Found<string>? Extract(IReadOnlyList<Section> sections) =>
        Passage.Join(sections.Where(s => s.Kind == SectionKind.Summary).SelectMany(s => s.Lines).Select(l => l.Whole)).Find(0.9);
}
