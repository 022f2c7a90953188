namespace Resumai.Server.Tests.Hosting;

/// <summary>
/// The programs that tests start: those of <c>RESUMAI_TEST_APP</c>, which <c>./test</c> sets to what <c>./resumai</c> built (compiled beforehand, as users
/// run them), else those beside the tests.
/// </summary>
internal static class Programs
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("RESUMAI_TEST_APP") is { Length: > 0 } app ? Path.GetFullPath(app) : AppContext.BaseDirectory;

    public static string Server { get; } = Path.Combine(Folder, "Resumai.Server.dll");

    /// <summary>Parse hosts too.</summary>
    public static string CommandLine { get; } = Path.Combine(Folder, "Resumai.Cli");
}
