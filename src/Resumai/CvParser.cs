using System.Text.RegularExpressions;
using Resumai.Fields;
using Resumai.Layout;
using Resumai.Master;
using Resumai.Reading;
using Resumai.Sections;

namespace Resumai;

/// <summary>Bytes in, record out. Stateless and thread-safe: one instance serves any number of threads.</summary>
/// <param name="recognizer">Reads pictures; null where recognition is not installed.</param>
public sealed class CvParser(ITextRecognizer? recognizer = null)
{
    private readonly ITextRecognizer _recognizer = recognizer ?? new NoTextRecognizer();

    /// <summary>
    /// The whole flow: read → arrange → split → extract → normalise → assemble. Throws nothing for bad input; an exception is our bug.
    /// </summary>
    public ParseResult Parse(ReadOnlyMemory<byte> bytes, ParseOptions options) => Explain(bytes, options).Result;

    /// <summary>The same with what the stages made of the document, for tools that show why a record is what it is.</summary>
    public Explanation Explain(ReadOnlyMemory<byte> bytes, ParseOptions options)
    {
        try
        {
            return Flow(bytes, options);
        }
        catch (RegexMatchTimeoutException)
        {
            return new Explanation(new ParseResult(null, ParseError.TimedOut));
        }
    }

    private Explanation Flow(ReadOnlyMemory<byte> bytes, ParseOptions options)
    {
        var read = Stage(options, ParseStage.Read, () => Recognition.Complete(Opened(bytes, options), bytes, _recognizer, options.Limits));
        if (read.Document is not { } document) return new Explanation(new ParseResult(null, read.Error));

        var arranged = Stage(options, ParseStage.Layout, () => PageArranger.Arrange(document));
        if (arranged.Blocks.Count == 0) return new Explanation(new ParseResult(null, ParseError.NoText), arranged);

        var draft = Stage(options, ParseStage.Extract, () => FieldExtractor.Extract(arranged, SectionSplitter.Split(arranged), options));
        var assembled = Stage(options, ParseStage.Normalize, () => RecordAssembler.AssembleWithDoubts(draft, options));
        return new Explanation(new ParseResult(assembled.Record, null) { Doubts = assembled.Doubts }, arranged, draft.Sections) { Draft = draft };
    }

    private static ReadResult Opened(ReadOnlyMemory<byte> bytes, ParseOptions options)
    {
        var read = DocumentReaders.Read(bytes, options.Limits);
        // What an office document says of its pages is only said; those of PDF and pictures were counted.
        if (read.Document is { } document) options.OnPages?.Invoke(Math.Max(document.Pages.Count, document.Format == Reading.DocumentFormat.Tiff ? document.PageCount ?? 1 : 1));
        return read;
    }

    private static T Stage<T>(ParseOptions options, ParseStage stage, Func<T> work)
    {
        options.OnStage?.Invoke(new StageReport(stage, Finished: false));
        var result = Patiently(work);
        options.OnStage?.Invoke(new StageReport(stage, Finished: true));
        return result;
    }

    /// <summary>
    /// A pattern's time limit goes by the wall clock, which also runs while the machine stands still or is overloaded: one
    /// match that took too long says nothing yet of the document, so the stage, which keeps no state, runs once more.
    /// </summary>
    private static T Patiently<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (RegexMatchTimeoutException)
        {
            return work();
        }
    }
}
