namespace Resumai.Server.Tests.Hosting;

/// <summary>
/// A parse host that goes wrong over every document: it lets the real one say hello, waits for the first byte of a request, and then
/// does what the test says.
/// </summary>
public sealed class HostProgram : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("resumai-host-");

    public HostProgram(string deed)
    {
        // The one beside the tests: sandboxes show no other folder than this program's and the server's own, which is this process.
        var real = System.IO.Path.Combine(AppContext.BaseDirectory, "Resumai.Cli");
        File.WriteAllText(Path, $"""
            #!/bin/sh
            echo run >> "{Log}" 2> /dev/null
            "{real}" parse-host < /dev/null
            head -c 1 > /dev/null
            {deed}

            """);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "host");

    /// <summary>Has the server start it.</summary>
    public IReadOnlyList<(string Key, string Value)> Settings => [("ParseHost:Path", Path)];

    /// <summary>How often it was started, where it could write that down.</summary>
    public int Runs => File.ReadAllLines(Log).Length;

    private string Log => System.IO.Path.Combine(_folder.FullName, "runs");

    public void Dispose() => _folder.Delete(recursive: true);
}
