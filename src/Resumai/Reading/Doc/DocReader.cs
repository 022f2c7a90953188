using Resumai.Reading.Structure;

namespace Resumai.Reading.Doc;

/// <summary>Reads the binary documents of Word 97 to 2003 ([MS-DOC]).</summary>
public sealed class DocReader : IDocumentReader
{
    private const string MainStream = "WordDocument";
    private static readonly byte[] StreamName = System.Text.Encoding.Unicode.GetBytes(MainStream);
    private static readonly ParseError Older = ParseError.Corrupt with
    {
        Message = "The document is of Word 6 or 95, which is not read. Open it in a word processor and save it as DOCX.",
    };

    public DocumentFormat Format => DocumentFormat.Doc;

    /// <summary>Other programs keep their documents in compound files too; Word's has a stream of this name (names are UTF-16).</summary>
    public bool Recognizes(ReadOnlySpan<byte> bytes) => CompoundFile.Recognizes(bytes) && bytes.IndexOf(StreamName) >= 0;

    public ReadResult Read(ReadOnlyMemory<byte> bytes, ReadLimits limits)
    {
        try
        {
            var file = CompoundFile.Open(bytes);
            if (file.Stream(MainStream) is not { } main) return ParseError.Corrupt;
            var document = new DocBytes(main);
            var fib = new Fib(document);
            if (fib.IsOlder) return Older;
            if (!fib.IsWord97) return ParseError.Corrupt;
            if (fib.IsEncrypted) return ParseError.Encrypted;
            if (file.Stream(fib.TableStream) is not { } table) return ParseError.Corrupt;

            var exhausted = false;
            var result = StructuredDocument.Read(DocumentFormat.Doc, limits, (writer, hidden) =>
            {
                var word = new DocDocument(fib, document, new DocBytes(table), hidden, limits);
                exhausted = word.Exhausted;
                if (!exhausted) word.Write(writer);
            });
            return exhausted ? ParseError.TooComplex : result;
        }
        // A damaged file may hold anything where a number or a place is expected.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return ParseError.Corrupt;
        }
    }
}
