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
        File.WriteAllText(Path, $"""
            #!/bin/sh
            echo run >> "{Log}" 2> /dev/null
            "{Programs.CommandLine}" parse-host < /dev/null
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
