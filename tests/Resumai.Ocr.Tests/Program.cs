using Resumai.Ocr.Tests.Pages;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Resumai.Ocr.Tests;

/// <summary>Runs the tests, or as a child of theirs opens damaged pictures.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        [DamagedPictures.Verb, ..] => Task.FromResult(DamagedPictures.Open(args)),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") => TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
