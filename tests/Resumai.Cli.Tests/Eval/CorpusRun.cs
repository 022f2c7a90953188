namespace Resumai.Cli.Tests.Eval;

/// <summary>The whole corpus parsed and scored by the command line, once for all tests: it takes a minute.</summary>
internal static class CorpusRun
{
    /// <summary>The records that it wrote.</summary>
    public static string Records { get; } = Directory.CreateTempSubdirectory("resumai-corpus-run-").FullName;

    public static Lazy<Task<Finished>> Once { get; } = new(RunAsync);

    private static Task<Finished> RunAsync()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(Records, recursive: true);
        return Processes.Resumai("eval", Repository.Corpus, "--out", Records, "--no-timings", "--json", "--check-floor");
    }
}
