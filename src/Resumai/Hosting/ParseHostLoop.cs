using System.Buffers.Binary;
using System.Text.Json;
using System.Threading.Channels;
using Resumai.Master;
using Resumai.Reading;

namespace Resumai.Hosting;

/// <summary>
/// The host's side of the protocol: says hello, then answers one document after another until the input ends.
/// Parsing runs on the caller's thread. A document that throws is answered with <c>internal_error</c> and the next one is served.
/// </summary>
/// <param name="drawer">Draws pages when it is asked to.</param>
/// <param name="sandbox">What the host found to keep it from the network and files.</param>
public sealed class ParseHostLoop(CvParser parser, IPageDrawer drawer, Stream input, Stream output, TextWriter log, SandboxLevel sandbox = SandboxLevel.None)
{
    private static readonly string[] Formats = [.. DocumentReaders.Names];

    /// <param name="inputEnded">Called, on another thread, when the input ends: also in the middle of a document that never returns.</param>
    /// <exception cref="OutOfMemoryException">The document needs more memory than the process may take; it must end.</exception>
    public void Run(Action inputEnded)
    {
        var hello = new HostHello(HostHello.CurrentProtocol, Formats, sandbox);
        Write(FrameKind.Hello, JsonSerializer.SerializeToUtf8Bytes(hello, HostJson.Default.HostHello));

        var frames = Channel.CreateBounded<Frame>(2);
        _ = Task.Run(() => PumpAsync(frames.Writer, inputEnded));
        while (Next(frames.Reader) is { } request)
        {
            if (request.Kind is not (FrameKind.Request or FrameKind.Drawing) || Next(frames.Reader) is not { Kind: FrameKind.Document } document) return;
            if (request.Kind == FrameKind.Request) Answer(JsonSerializer.Deserialize(request.Payload.Span, HostJson.Default.HostRequest)!, document.Payload);
            else Draw(JsonSerializer.Deserialize(request.Payload.Span, HostJson.Default.DrawingRequest)!, document.Payload);
        }
    }

    private async Task PumpAsync(ChannelWriter<Frame> frames, Action inputEnded)
    {
        try
        {
            while (await FrameStream.ReadAsync(input) is { } frame) await frames.WriteAsync(frame);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            await log.WriteLineAsync("parse host: the input is broken");
        }
        finally
        {
            frames.TryComplete();
            inputEnded();
        }
    }

    private static Frame? Next(ChannelReader<Frame> frames)
    {
        while (true)
        {
            if (frames.TryRead(out var frame)) return frame;
            if (!frames.WaitToReadAsync().AsTask().GetAwaiter().GetResult()) return null;
        }
    }

    private void Answer(HostRequest request, ReadOnlyMemory<byte> document)
    {
        var result = Parse(request, document);
        if (request.Doubts && result.Doubts.Count > 0) Write(FrameKind.Doubts, JsonSerializer.SerializeToUtf8Bytes(result.Doubts, HostJson.Default.DoubtfulBlocks));
        if (result.Record is { } record) Write(FrameKind.Record, JsonSerializer.SerializeToUtf8Bytes(record, MasterJson.Compact.MasterRecord));
        else Write(FrameKind.Error, JsonSerializer.SerializeToUtf8Bytes(result.Error ?? ParseError.Internal, HostJson.Default.ParseError));
    }

    private void Draw(DrawingRequest request, ReadOnlyMemory<byte> document)
    {
        var result = Safely(() => drawer.Draw(document, request), error => error);
        if (result.Page is { } page) Write(FrameKind.Picture, page.ToPayload());
        else Write(FrameKind.Error, JsonSerializer.SerializeToUtf8Bytes(result.Error ?? ParseError.Internal, HostJson.Default.ParseError));
    }

    private ParseResult Parse(HostRequest request, ReadOnlyMemory<byte> document) => Safely(
        () => parser.Parse(document, new ParseOptions
        {
            AsOf = request.AsOf,
            Locale = request.Locale,
            Filename = request.Filename,
            Limits = request.Limits,
            OnPages = pages => Write(FrameKind.Pages, BitConverter.GetBytes(BitConverter.IsLittleEndian ? pages : BinaryPrimitives.ReverseEndianness(pages))),
            OnStage = report => Write(FrameKind.Stage, new[] { (byte)report.Stage, report.Finished ? (byte)1 : (byte)0 }),
        }),
        error => new ParseResult(null, error));

    private T Safely<T>(Func<T> work, Func<ParseError, T> failed)
    {
        try
        {
            return work();
        }
        // Any other exception is a bug of ours on this document: it must not end the host. The message may quote the CV, so it is not logged.
        catch (Exception e) when (e is not OutOfMemoryException and not IOException)
        {
            log.WriteLine($"parse host: {e.GetType().FullName}{Environment.NewLine}{e.StackTrace}");
            return failed(ParseError.Internal);
        }
    }

    private void Write(FrameKind kind, ReadOnlyMemory<byte> payload) =>
        FrameStream.WriteAsync(output, kind, payload).AsTask().GetAwaiter().GetResult();
}
