using System.Diagnostics;
using System.Text.Json.Nodes;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Web;

/// <summary>Runs the examples of the developer page as a reader does: in a folder with a CV, with the key in the environment.</summary>
internal static class ExampleRun
{
    // First: what stands below needs it.
    private static string TypeScript { get; } = FindTypeScript();

    /// <summary>The file that a reader saves each as, and what they type.</summary>
    private static readonly Dictionary<string, (string File, string Command)> Ways = new()
    {
        ["curl"] = ("cv.sh", "bash cv.sh"),
        ["Python"] = ("cv.py", "python3 cv.py"),
        // Checked before it runs, with the types of Node's oldest version that has all it uses.
        ["TypeScript"] = ("cv.mts", $"node {TypeScript}/typescript/bin/tsc --strict --target es2022 --module nodenext --typeRoots {TypeScript}/@types --types node cv.mts && node cv.mjs"),
        ["C#"] = ("cv.cs", "dotnet run cv.cs"),
    };

    /// <summary>Skips the test, or fails it, when what runs the language is not installed.</summary>
    public static void Require(string language)
    {
        if (language == "TypeScript") Engine.Require(Directory.Exists(TypeScript) ? null : "TypeScript is not installed: npm ci --prefix tests/typescript");
    }

    /// <summary>What the example prints with a key of an account.</summary>
    /// <param name="example">As it stands on the page.</param>
    public static async Task<JsonNode> RunAsync(ResumaiApp app, string language, string example, Guid account)
    {
        var (file, command) = Ways[language];
        var key = (await app.KeyAsync(account)).Text;
        var folder = Directory.CreateTempSubdirectory("resumai-example-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "cv.pdf"), Documents.Pdf());
            // Tests listen on a port that is chosen when they start; the setting cannot name it.
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, file), example.Replace("http://127.0.0.1:0/", app.Address.ToString(), StringComparison.Ordinal));
            using var shell = new Process
            {
                StartInfo = new ProcessStartInfo("timeout", ["240", "bash", "-c", command]) { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false },
            };
            shell.StartInfo.Environment["RESUMAI_KEY"] = key;
            shell.Start();
            var (output, errors) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
            await shell.WaitForExitAsync();
            shell.ExitCode.ShouldBe(0, $"{await output}{await errors}");
            return JsonNode.Parse(await output)!;
        }
        finally
        {
            // `dotnet run` leaves its compiler waiting for the next program, whatever it is told.
            Processes.KillWith("RESUMAI_KEY", key);
            folder.Delete(recursive: true);
        }
    }

    private static string FindTypeScript()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Resumai.slnx"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "typescript", "node_modules");
    }
}
