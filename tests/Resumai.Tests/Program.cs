using Resumai.Tests.Reading.Mutations;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Resumai.Tests;

/// <summary>Runs the tests, or as a child of theirs parses damaged files.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        [MutationChild.Verb, ..] => Task.FromResult(MutationChild.Run(args)),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
