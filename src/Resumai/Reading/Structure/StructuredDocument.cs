namespace Resumai.Reading.Structure;

/// <summary>The document that a reader of a structured format gives.</summary>
internal static class StructuredDocument
{
    public static ReadResult Read(DocumentFormat format, ReadLimits limits, Action<StructureWriter, HiddenText> write)
    {
        var hidden = new HiddenText();
        var writer = new StructureWriter(limits.Characters);
        write(writer, hidden);
        return writer.Exhausted ? ParseError.TooComplex : new SourceDocument
        {
            Format = format,
            Pages = [new Page { Number = 1, Paragraphs = writer.Paragraphs }],
            Warnings = hidden.Warnings(),
        };
    }
}
