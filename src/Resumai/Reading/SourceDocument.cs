using Resumai.Master;

namespace Resumai.Reading;

/// <summary>A document as read from its bytes, before anything is understood.</summary>
public sealed record SourceDocument
{
    public required DocumentFormat Format { get; init; }
    public required IReadOnlyList<Page> Pages { get; init; }
    /// <summary>Pages for <c>document.page_count</c>; null where the format has none that can be known.</summary>
    public int? PageCount { get; init; }
    public IReadOnlyList<Warning> Warnings { get; init; } = [];
}
