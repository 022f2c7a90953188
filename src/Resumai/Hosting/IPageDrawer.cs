namespace Resumai.Hosting;

/// <summary>Draws single pages of documents. The parser itself holds no decoder of pictures, so that what draws is handed to the host.</summary>
public interface IPageDrawer
{
    /// <summary>The page's picture, or why there is none. Throws nothing for bad input.</summary>
    DrawingResult Draw(ReadOnlyMemory<byte> document, DrawingRequest request);
}

/// <summary>A picture, or the reason there is none.</summary>
public sealed record DrawingResult(DrawnPage? Page, ParseError? Error)
{
    /// <summary>The format has no pages, or the document not this one.</summary>
    public static ParseError NoSuchPage { get; } = new("no_such_page", "The document has no such page that could be drawn.");

    public static implicit operator DrawingResult(DrawnPage page) => new(page, null);

    public static implicit operator DrawingResult(ParseError error) => new(null, error);
}
