using System.Diagnostics;
using Resumai.Reading;
using Resumai.SecondOpinion;

namespace Resumai.Cli.Parse;

/// <summary>
/// Parses files, several at a time, and writes their results in order. No more than four files for each job are in memory:
/// a slow document holds back the writing of those after it, not their parsing.
/// </summary>
internal sealed class ParseRun(ParseOptions options, RecordForm form, IResultOutput output, ITextRecognizer recognizer, int jobs, OpinionSeeker? seeker = null)
{
    private const int WaitingPerJob = 4;
    private readonly CvParser parser = new(recognizer);

    /// <returns>The exit code.</returns>
    public async Task<int> Run(IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var failed = 0;
        using var gate = new SemaphoreSlim(jobs);
        await using var progress = ParseProgress.Start(files.Count, printsResults: output.IsOrdered);
        var running = new Queue<Task<Outcome>>();
        for (var i = 0; i < files.Count; i++)
        {
            if (output.Note(i) is { } note) progress.Say($"{files[i]}: {note}");
            if (running.Count == jobs * WaitingPerJob) await Finish(running.Dequeue());
            running.Enqueue(One(i, files[i], gate, cancellation));
        }
        while (running.TryDequeue(out var next)) await Finish(next);

        if (files.Count > 1 || !output.IsOrdered)
        {
            progress.Say(FormattableString.Invariant($"{files.Count - failed} parsed, {failed} failed in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
        }
        return failed == 0 ? ExitCode.Done : ExitCode.SomeFailed;

        async Task Finish(Task<Outcome> task)
        {
            var outcome = await task;
            if (outcome.Result is { } result) outcome = await Written(outcome, result, cancellation);
            if (outcome.Error is { } error)
            {
                failed++;
                progress.Say($"{files[outcome.Index]}: {error.Code}: {error.Message}");
            }
            progress.Advance();
        }
    }

    private async Task<Outcome> One(int index, string file, SemaphoreSlim gate, CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            var outcome = await Task.Run(() => Parse(index, file, cancellation), cancellation);
            return outcome.Result is { } result && !output.IsOrdered ? await Written(outcome, result, cancellation) : outcome;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<Outcome> Parse(int index, string file, CancellationToken cancellation)
    {
        var read = InputFile.Read(file);
        if (read.Bytes is not { } bytes) return new Outcome(index, null, read.Error);
        var parsed = DocumentParsing.Parse(parser, bytes, options with { Filename = Path.GetFileName(file) });
        var record = parsed.Record;
        if (record is not null && seeker is not null) record = (await seeker.ReviewAsync(record, parsed.Doubts, cancellation)).Record;
        return record is not null ? new Outcome(index, form.Write(record), null) : new Outcome(index, null, parsed.Error);
    }

    private async Task<Outcome> Written(Outcome outcome, byte[] result, CancellationToken cancellation)
    {
        try
        {
            await output.Write(outcome.Index, result, cancellation);
            return outcome with { Result = null };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return outcome with { Result = null, Error = new ParseError("write_failed", $"The result cannot be written: {error.Message}") };
        }
    }

    private sealed record Outcome(int Index, byte[]? Result, ParseError? Error);
}
