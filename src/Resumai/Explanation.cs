using Resumai.Layout;
using Resumai.Sections;

namespace Resumai;

/// <summary>A record, or the reason there is none, with what the stages before it made of the document.</summary>
/// <param name="Arranged">Pages, blocks and lines; null when the document could not be read.</param>
/// <param name="Sections">Null when there was no text to part.</param>
public sealed record Explanation(ParseResult Result, ArrangedDocument? Arranged = null, IReadOnlyList<Section>? Sections = null)
{
    /// <summary>What the fields held before they were made a record: the training reads it.</summary>
    internal Fields.RecordDraft? Draft { get; init; }
}
