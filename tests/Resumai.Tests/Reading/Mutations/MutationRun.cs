using System.Diagnostics;

namespace Resumai.Tests.Reading.Mutations;

/// <summary>
/// Parses mutations in a child process that may use 512 MB of managed memory, and ends it where one document takes more than
/// 10 s of processor time; the next child goes on after that document.
/// </summary>
internal sealed class MutationRun(MutationSuite suite)
{
    private const long MemoryLimit = 512L << 20;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(10);
    /// <summary>A document that waits for ever takes no processor time.</summary>
    private static readonly TimeSpan WaitLimit = TimeSpan.FromMinutes(3);

    private readonly List<string> _failures = [];
    private readonly Lock _lock = new();
    private int _current = -1, _next, _records;
    private TimeSpan _startOfCurrent;
    private long _beganAt;

    /// <summary>What went wrong, one line a mutation; empty is what is wanted.</summary>
    public IReadOnlyList<string> Failures => _failures;
    /// <summary>Mutations that still gave a record.</summary>
    public int Records => _records;
    /// <summary>Mutations parsed to an answer.</summary>
    public int Answers { get; private set; }

    public MutationRun Parse(int from, int to)
    {
        _next = from;
        while (_next < to) Child(to);
        return this;
    }

    private void Child(int to)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [MutationChild.Verb, suite.Name, $"{_next}", $"{to}"])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = $"0x{MemoryLimit:x}", ["DOTNET_gcServer"] = "0", ["DOTNET_TieredPGO"] = "0" },
        })!;
        var errors = "";
        child.ErrorDataReceived += (_, e) => errors += e.Data is { } line && errors.Length < 2000 ? line + " " : "";
        child.OutputDataReceived += (_, e) => Note(e.Data, child);
        child.BeginOutputReadLine();
        child.BeginErrorReadLine();
        var hung = false;
        while (!child.WaitForExit(200))
        {
            if (!Hangs(child)) continue;
            hung = true;
            child.Kill(entireProcessTree: true);
        }
        child.WaitForExit();
        if (_current >= 0)
        {
            _failures.Add($"{suite.Name} {_current}: {(hung ? "more than 10 s" : $"ended the process ({child.ExitCode}): {errors}")}");
            _next = _current + 1;
        }
        else if (child.ExitCode != 0)
        {
            throw new InvalidOperationException($"The child ended by itself ({child.ExitCode}): {errors}");
        }
        _current = -1;
    }

    private bool Hangs(Process child)
    {
        lock (_lock)
        {
            return _current >= 0 && !child.HasExited
                && (child.TotalProcessorTime - _startOfCurrent > TimeLimit || Stopwatch.GetElapsedTime(_beganAt) > WaitLimit);
        }
    }

    private void Note(string? line, Process child)
    {
        if (line?.Split(' ', 3) is not [var what, var number, ..] parts) return;
        lock (_lock)
        {
            var index = int.Parse(number, null);
            if (what == "begin")
            {
                (_current, _beganAt) = (index, Stopwatch.GetTimestamp());
                _startOfCurrent = child.HasExited ? TimeSpan.Zero : child.TotalProcessorTime;
                return;
            }
            (_current, _next) = (-1, index + 1);
            Answers++;
            if (parts[2] == "record") _records++;
            if (parts[2].StartsWith("threw", StringComparison.Ordinal) || parts[2].StartsWith("neither", StringComparison.Ordinal)) _failures.Add($"{suite.Name} {index}: {parts[2]}");
        }
    }
}
