using Resumai.Layout;
using Resumai.Sections;

namespace Resumai.Fields;

/// <summary>Every field found, with the spans it was found at; not yet normalised.</summary>
public sealed record RecordDraft(ArrangedDocument Document, IReadOnlyList<Section> Sections);

/// <summary>Runs the extractor of each field over its sections.</summary>
public static class FieldExtractor
{
    public static RecordDraft Extract(ArrangedDocument document, IReadOnlyList<Section> sections, ParseOptions options) => new(document, sections);
}
