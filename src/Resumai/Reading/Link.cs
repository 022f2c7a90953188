namespace Resumai.Reading;

/// <summary>A hyperlink laid over a place of a page (PDF).</summary>
public sealed record Link(string Url, Box Box);
