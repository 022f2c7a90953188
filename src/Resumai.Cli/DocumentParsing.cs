using Resumai.Reading;

namespace Resumai.Cli;

/// <summary>The parser as the command line calls it: whatever happens to one document is a result, so that the others go on.</summary>
internal static class DocumentParsing
{
    public static ParseResult Parse(CvParser parser, ReadOnlyMemory<byte> bytes, ParseOptions options) => Explain(parser, bytes, options).Result;

    public static Explanation Explain(CvParser parser, ReadOnlyMemory<byte> bytes, ParseOptions options)
    {
        if (bytes.Length == 0) return Failed(new ParseError("empty_file", "The file is empty."));
        if (DocumentReaders.Recognize(bytes.Span) is null)
        {
            return Failed(new ParseError("unsupported_format", $"The format is not read. Formats read: {string.Join(", ", DocumentReaders.Names)}."));
        }
        try
        {
            return parser.Explain(bytes, options);
        }
        catch (Exception error)
        {
            // The parser throws nothing for bad input: this is our bug, and must not cost the other documents.
            return Failed(ParseError.Internal with { Message = $"{ParseError.Internal.Message} ({error.GetType().Name})" });
        }
    }

    private static Explanation Failed(ParseError error) => new(new ParseResult(null, error));
}
