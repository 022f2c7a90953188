using Resumai.Reading;

namespace Resumai.Layout;

/// <summary>Turns a document as read into blocks and lines in the order a person reads them.</summary>
public static class PageArranger
{
    public static ArrangedDocument Arrange(SourceDocument document) => new([], document);
}
