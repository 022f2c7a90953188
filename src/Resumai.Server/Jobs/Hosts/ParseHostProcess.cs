using System.Buffers.Binary;
using System.Diagnostics;
using System.Text.Json;
using Resumai.Hosting;
using Resumai.Master;
using Resumai.Master.Doubts;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>
/// One child process and the talk with it. Reads from its pipes cannot be cancelled, so every limit works by ending the process:
/// the pipes close and the talk ends. Not thread-safe.
/// </summary>
internal sealed class ParseHostProcess : IAsyncDisposable
{
    /// <summary>Exit code by which a host says that a document needed more memory than it may take.</summary>
    private const int OutOfMemoryExit = 12;
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly ScratchFolder _scratch;
    private readonly MemoryGroup? _group;
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly Task<bool> _complaints;
    private readonly ParseHostOptions _options;
    private readonly ILogger _logger;
    /// <summary>When the process that parses was started, if it is another than was started here.</summary>
    private string? _confinedSince;

    /// <param name="process">A process that was just started.</param>
    public ParseHostProcess(Process process, ScratchFolder scratch, MemoryGroup? group, ParseHostOptions options, ILogger logger)
    {
        (_process, _scratch, _group, _options, _logger) = (process, scratch, group, options, logger);
        (_input, _output) = (process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        Id = process.Id;
        _complaints = LogComplaintsAsync();
    }

    /// <summary>Id of the process that parses; what was started may be what confines it.</summary>
    public int Id { get; private set; }

    public bool HasExited => _process.HasExited;

    /// <summary>Bytes of memory that it holds.</summary>
    public long Memory => ProcessTree.Memory(Id);

    /// <summary>Waits for its first words; null when it says others, or none in time.</summary>
    public async Task<HostHello?> HearAsync(TimeSpan patience)
    {
        try
        {
            using var limit = new CancellationTokenSource(patience);
            await using var killing = limit.Token.Register(Kill);
            if (await FrameStream.ReadAsync(_output, CancellationToken.None) is not { Kind: FrameKind.Hello } frame) return null;
            if (JsonSerializer.Deserialize(frame.Payload.Span, HostJson.Default.HostHello) is not { Protocol: HostHello.CurrentProtocol } hello) return null;
            if (hello.Sandbox == SandboxLevel.Bubblewrap)
            {
                Id = ProcessTree.Of(_process.Id)[^1];
                _confinedSince = ProcessTree.Started(Id);
            }
            return hello;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
        {
            _logger.LogDebug(e, "The parse host said no hello");
            return null;
        }
    }

    public Task<HostAnswer> ParseAsync(HostRequest request, ReadOnlyMemory<byte> document, Action<StageReport> stage, CancellationToken cancellation) =>
        WatchedAsync(watch => TalkAsync(request, document, stage, watch), cancellation);

    /// <summary>Has it draw a page.</summary>
    public Task<HostAnswer> DrawAsync(DrawingRequest request, ReadOnlyMemory<byte> document, CancellationToken cancellation) =>
        WatchedAsync(_ => TalkAsync(request, document), cancellation);

    private async Task<HostAnswer> WatchedAsync(Func<DocumentWatch, Task<HostAnswer?>> talk, CancellationToken cancellation)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watch = new DocumentWatch(_options, _process.Id, Id);
        var watching = watch.WatchAsync(Kill, done.Token);
        await using var killing = cancellation.Register(Kill);
        HostAnswer? answer;
        try
        {
            answer = await talk(watch);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
        {
            _logger.LogDebug(e, "The talk with parse host {ProcessId} broke off", Id);
            answer = null;
        }
        await done.CancelAsync();
        var limit = await watching;
        if (answer is not null) return answer;

        await EndAsync();
        cancellation.ThrowIfCancellationRequested();
        var reason = limit ?? (await OutOfMemoryAsync() ? ParseError.MemoryExceeded : ParseError.Crashed);
        _logger.LogWarning("Parse host {ProcessId} ended over a document: {Code}, exit code {ExitCode}", Id, reason.Code, _process.ExitCode);
        return new HostAnswer.Ended(reason);
    }

    private async Task<HostAnswer?> TalkAsync(HostRequest request, ReadOnlyMemory<byte> document, Action<StageReport> stage, DocumentWatch watch)
    {
        await FrameStream.WriteAsync(_input, FrameKind.Request, JsonSerializer.SerializeToUtf8Bytes(request, HostJson.Default.HostRequest), CancellationToken.None);
        await FrameStream.WriteAsync(_input, FrameKind.Document, document, CancellationToken.None);
        IReadOnlyList<DoubtfulBlock> doubts = [];
        while (await FrameStream.ReadAsync(_output, CancellationToken.None) is { } frame)
        {
            switch (frame.Kind)
            {
                case FrameKind.Pages when frame.Payload.Length == sizeof(int):
                    // The host is not trusted: beyond the limit of pages there is no document.
                    watch.HasPages(Math.Min(BinaryPrimitives.ReadInt32LittleEndian(frame.Payload.Span), request.Limits.Pages));
                    break;
                case FrameKind.Doubts when JsonSerializer.Deserialize(frame.Payload.Span, HostJson.Default.DoubtfulBlocks) is { } blocks:
                    doubts = blocks;
                    break;
                case FrameKind.Stage when frame.Payload.Length == 2 && Enum.IsDefined((ParseStage)frame.Payload.Span[0]):
                    stage(new StageReport((ParseStage)frame.Payload.Span[0], frame.Payload.Span[1] == 1));
                    break;
                case FrameKind.Record when JsonSerializer.Deserialize(frame.Payload.Span, MasterJson.Compact.MasterRecord) is { } record:
                    return new HostAnswer.Parsed(record, frame.Payload, doubts);
                case FrameKind.Error when JsonSerializer.Deserialize(frame.Payload.Span, HostJson.Default.ParseError) is { } error:
                    return new HostAnswer.Refused(error);
                default:
                    throw new InvalidDataException("The parse host sent what does not belong here.");
            }
        }
        return null;
    }

    private async Task<HostAnswer?> TalkAsync(DrawingRequest request, ReadOnlyMemory<byte> document)
    {
        await FrameStream.WriteAsync(_input, FrameKind.Drawing, JsonSerializer.SerializeToUtf8Bytes(request, HostJson.Default.DrawingRequest), CancellationToken.None);
        await FrameStream.WriteAsync(_input, FrameKind.Document, document, CancellationToken.None);
        return await FrameStream.ReadAsync(_output, CancellationToken.None) switch
        {
            null => null,
            { Kind: FrameKind.Picture } frame when DrawnPage.Of(frame.Payload) is { } page => new HostAnswer.Drawn(page),
            { Kind: FrameKind.Error } frame when JsonSerializer.Deserialize(frame.Payload.Span, HostJson.Default.ParseError) is { } error => new HostAnswer.Refused(error),
            _ => throw new InvalidDataException("The parse host sent what does not belong here."),
        };
    }

    private async Task<bool> OutOfMemoryAsync() => _process.ExitCode == OutOfMemoryExit || _group?.RanOut() == true || await ComplaintsAsync();

    /// <summary>Waits for its last words, but not for a process that it left behind with its error stream.</summary>
    private async Task<bool> ComplaintsAsync()
    {
        try
        {
            return await _complaints.WaitAsync(EndLimit);
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Logs what the host says on its error stream; true when the runtime ended it for want of memory.</summary>
    private async Task<bool> LogComplaintsAsync()
    {
        const int mostLines = 100;
        var (lines, outOfMemory) = (0, false);
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            outOfMemory |= line.StartsWith("Out of memory", StringComparison.Ordinal);
            if (lines++ < mostLines) _logger.LogWarning("Parse host {ProcessId}: {Line}", Id, line);
        }
        return outOfMemory;
    }

    /// <summary>Ends the host. What confines it then ends by itself, as the parent that has to clear the host away; if it was killed, the host has outlived it.</summary>
    private void Kill()
    {
        try
        {
            if (_confinedSince is not null && ProcessTree.Started(Id) == _confinedSince)
            {
                using var host = Process.GetProcessById(Id);
                host.Kill();
            }
            else
            {
                _process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    private async Task EndAsync()
    {
        Kill();
        using var patience = new CancellationTokenSource(EndLimit);
        await using var insisting = patience.Token.Register(() => _process.Kill(entireProcessTree: true));
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await ComplaintsAsync();
        _process.Dispose();
        _scratch.Dispose();
        _group?.Dispose();
    }
}
