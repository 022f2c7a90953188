using System.Diagnostics;

namespace Resumai.Cli.Tests;

internal sealed record Finished(int ExitCode, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Real processes: the built command line, and Python for the reference scorer.</summary>
internal static class Processes
{
    /// <summary>Long enough for the whole corpus on a busy machine; a process that needs longer hangs.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>What <c>./resumai</c> built where <c>RESUMAI_TEST_APP</c> says so (as <c>./test</c> does), else the build beside the tests.</summary>
    private static readonly string CommandLine =
        Path.Combine(Environment.GetEnvironmentVariable("RESUMAI_TEST_APP") is { Length: > 0 } app ? Path.GetFullPath(app) : AppContext.BaseDirectory, "Resumai.Cli");

    public static Task<Finished> Resumai(params string[] arguments) => Run(CommandLine, arguments);

    public static async Task<Finished> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        })!;
        process.StandardInput.Close();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Longest);
        var output = process.StandardOutput.ReadToEndAsync(stop.Token);
        var error = process.StandardError.ReadToEndAsync(stop.Token);
        try
        {
            await process.WaitForExitAsync(stop.Token);
            return new Finished(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
