using Resumai.Layout;

namespace Resumai.Sections;

/// <summary>Finds the headings and cuts the document at them.</summary>
public static class SectionSplitter
{
    public static IReadOnlyList<Section> Split(ArrangedDocument document) => [];
}
