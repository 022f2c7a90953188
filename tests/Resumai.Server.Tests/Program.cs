using Resumai.Server.Tests.Jobs.Hosts;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Resumai.Server.Tests;

/// <summary>Runs the tests, or in place of a parse host tries to get out of its sandbox.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["parse-host", ..] => Task.FromResult(Prisoner.Run(args.AsSpan(1))),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
