using Resumai.Hosting;

namespace Resumai.Cli.ParseHost.Sandbox;

/// <summary>Gives up, before the first document, what a parser does not need of the machine.</summary>
internal static class Confinement
{
    private const int Kill = 9, Internet = 2, Stream = 1;

    /// <summary>
    /// Confines this process as told, as far as the machine can, and says what it has come to, by trying. With Landlock it does not return
    /// the first time: the process becomes itself anew, so that no thread is left that was there before.
    /// </summary>
    public static SandboxLevel Enter(HostArguments arguments)
    {
        if (!OperatingSystem.IsLinux()) return SandboxLevel.None;
        // Where bubblewrap ends, however it ends, there is nobody to talk to. Elsewhere the server is the parent, and any of its threads may end.
        if (arguments.Sandbox == SandboxLevel.Bubblewrap) _ = LinuxCalls.Control(LinuxCalls.SetParentDeathSignal, Kill, 0, 0, 0);
        if (arguments is { Sandbox: SandboxLevel.Landlock, IsConfined: false } && Landlock.Restrict(ReadablePaths.Of(AppContext.BaseDirectory, DotnetRoot), arguments.Scratch))
        {
            Seccomp.Restrict();
            BecomeAnew();
        }
        ResourceLimits.Apply();
        if (arguments is { Sandbox: not SandboxLevel.None, IsConfined: false }) Seccomp.Restrict();
        return Found();
    }

    private static string DotnetRoot => Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    private static void BecomeAnew()
    {
        var words = File.ReadAllText("/proc/self/cmdline").TrimEnd('\0').Split('\0');
        _ = LinuxCalls.Execute(Environment.ProcessPath!, [.. words, HostArguments.Confined, null]);
        throw new InvalidOperationException("The parse host could not be started anew.");
    }

    private static SandboxLevel Found()
    {
        var isAlone = Environment.ProcessId == 1 && !File.Exists("/etc/passwd");
        return isAlone ? SandboxLevel.Bubblewrap
            : OpensSocket() ? SandboxLevel.None
            : OpensRoot() ? SandboxLevel.Seccomp
            : SandboxLevel.Landlock;
    }

    private static bool OpensSocket() => Opens(LinuxCalls.Socket(Internet, Stream, 0));

    private static bool OpensRoot() => Opens(LinuxCalls.Open("/", LinuxCalls.CloseOnExec));

    private static bool Opens(int file) => file >= 0 && LinuxCalls.Close(file) == 0;
}
