using Resumai.Layout;
using Resumai.Sections;
using Resumai.Tagging;

namespace Resumai.Fields.Kinds;

/// <summary>Tells what sections under headings with unknown words are about, and takes back headings that are none.</summary>
internal static class UnknownSections
{
    /// <summary>So likely must a kind be; under a doubtful heading more.</summary>
    private const double Likely = 0.5, Sure = 0.8;

    public static IReadOnlyList<Section> Tell(IReadOnlyList<Section> sections, string? language)
    {
        if (sections.All(s => s.Trust == HeadingTrust.Known)) return sections;
        var features = new FeatureList();
        var kinds = sections.Where(s => s.Trust == HeadingTrust.Known && s.Heading is not null).Select(s => s.Kind).ToHashSet();
        var told = new List<Section>(sections.Count);
        var places = new int[sections.Count];
        for (var i = 0; i < sections.Count; i++)
        {
            var section = sections[i];
            places[i] = told.Count;
            if (section.Trust == HeadingTrust.Known)
            {
                told.Add(section);
                continue;
            }
            SectionFeatures.Of(section.Heading!.Value.Text, section.Lines, kinds, language, features);
            var (kind, probability) = SectionKindModel.Sections.Value.Best(features);
            var before = section.Before is { } at ? places[at] : -1;
            var doubtful = section.Trust == HeadingTrust.Doubtful;
            if (doubtful && before >= 0 && (probability < Sure || kind == SectionKind.Other || told[before].Kind == kind))
            {
                told[before] = told[before] with { Lines = [.. told[before].Lines, section.Heading.Value.Line, .. section.Lines] };
                places[i] = before;
                continue;
            }
            told.Add(section with { Kind = section.Lines.Count > 0 && probability >= Likely ? kind : SectionKind.Other });
        }
        return told;
    }
}
