using System.Diagnostics;
using System.Text.Json;
using Resumai.Hosting;
using Resumai.Master;
using Resumai.Master.Doubts;

namespace Resumai.Server.Jobs;

/// <summary>
/// One child process and the talk with it. Reads from its pipes cannot be cancelled, so every limit works by ending the process:
/// the pipes close and the talk ends. Not thread-safe.
/// </summary>
internal sealed class ParseHostProcess : IAsyncDisposable
{
    /// <summary>Exit code by which a host says that a document needed more memory than it may take.</summary>
    private const int OutOfMemoryExit = 12;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WatchInterval = TimeSpan.FromMilliseconds(50);

    private readonly Process _process;
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly Task<bool> _complaints;
    private readonly ParseHostOptions _options;
    private readonly ILogger _logger;

    private ParseHostProcess(Process process, ParseHostOptions options, ILogger logger)
    {
        (_process, _options, _logger) = (process, options, logger);
        (_input, _output) = (process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        _complaints = LogComplaintsAsync();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <exception cref="ParseHostUnavailableException">It does not start, or does not speak this protocol.</exception>
    public static async Task<ParseHostProcess> StartAsync(ParseHostOptions options, ILogger logger)
    {
        ParseHostProcess host;
        try
        {
            host = new ParseHostProcess(Process.Start(ParseHostCommandLine.For(options))!, options, logger);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
        {
            throw new ParseHostUnavailableException("The parse host cannot be started.", e);
        }
        try
        {
            using var limit = new CancellationTokenSource(StartLimit);
            await using var killing = limit.Token.Register(host.Kill);
            if (await FrameStream.ReadAsync(host._output, CancellationToken.None) is { Kind: FrameKind.Hello } frame
                && JsonSerializer.Deserialize(frame.Payload.Span, HostJson.Default.HostHello) is { Protocol: HostHello.CurrentProtocol })
            {
                logger.LogInformation("Parse host {ProcessId} is ready", host.Id);
                return host;
            }
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
        {
            logger.LogDebug(e, "The parse host said no hello");
        }
        await host.DisposeAsync();
        throw new ParseHostUnavailableException("The parse host does not speak this server's protocol.");
    }

    public async Task<HostAnswer> ParseAsync(HostRequest request, ReadOnlyMemory<byte> document, Action<StageReport> stage, CancellationToken cancellation)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var watch = WatchAsync(done.Token);
        await using var killing = cancellation.Register(Kill);
        HostAnswer? answer;
        try
        {
            answer = await TalkAsync(request, document, stage);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or JsonException)
        {
            _logger.LogDebug(e, "The talk with parse host {ProcessId} broke off", Id);
            answer = null;
        }
        await done.CancelAsync();
        var limit = await watch;
        if (answer is not null) return answer;

        Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        var reason = limit ?? (await OutOfMemoryAsync() ? ParseError.MemoryExceeded : ParseError.Crashed);
        _logger.LogWarning("Parse host {ProcessId} ended over a document: {Code}, exit code {ExitCode}", Id, reason.Code, _process.ExitCode);
        return new HostAnswer.Ended(reason);
    }

    private async Task<HostAnswer?> TalkAsync(HostRequest request, ReadOnlyMemory<byte> document, Action<StageReport> stage)
    {
        await FrameStream.WriteAsync(_input, FrameKind.Request, JsonSerializer.SerializeToUtf8Bytes(request, HostJson.Default.HostRequest), CancellationToken.None);
        await FrameStream.WriteAsync(_input, FrameKind.Document, document, CancellationToken.None);
        IReadOnlyList<DoubtfulBlock> doubts = [];
        while (await FrameStream.ReadAsync(_output, CancellationToken.None) is { } frame)
        {
            switch (frame.Kind)
            {
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

    /// <summary>Ends the process when it takes too long or too much memory, and says which; null when it was done before.</summary>
    private async Task<ParseError?> WatchAsync(CancellationToken done)
    {
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(WatchInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                var limit = Stopwatch.GetElapsedTime(started) > _options.TimeLimit ? ParseError.TimedOut
                    : MemoryBytes() > _options.MemoryMegabytes * 1024L * 1024 ? ParseError.MemoryExceeded
                    : null;
                if (limit is null) continue;
                Kill();
                return limit;
            }
        }
        catch (OperationCanceledException)
        {
            // The document is done.
        }
        return null;
    }

    private long MemoryBytes()
    {
        try
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private async Task<bool> OutOfMemoryAsync() => _process.ExitCode == OutOfMemoryExit || await _complaints;

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

    private void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync();
        await _complaints;
        _process.Dispose();
    }
}
