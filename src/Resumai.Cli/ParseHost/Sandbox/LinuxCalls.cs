using System.Runtime.InteropServices;

namespace Resumai.Cli.ParseHost.Sandbox;

/// <summary>The calls of Linux that confine a process. Those newer than the C library's wrappers go by number; new numbers are the same on all machines.</summary>
internal static partial class LinuxCalls
{
    public const int LandlockCreateRuleset = 444, LandlockAddRule = 445, LandlockRestrictSelf = 446;
    public const int SetNoNewPrivileges = 38, SetParentDeathSignal = 1;
    public const int OpenPath = 0x200000 | CloseOnExec, CloseOnExec = 0x80000;

    /// <summary>Number of <c>seccomp</c>, which is older and differs.</summary>
    public static int SeccompNumber => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 277 : 317;

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial nint Call(nint number, nint first, nint second, nint third, nint fourth);

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    public static partial int Control(int option, nint first, nint second, nint third, nint fourth);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    public static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    public static partial int Socket(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    public static partial int SetLimit(int resource, in Limit limit);

    /// <summary>Becomes another program; returns only when it cannot.</summary>
    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Execute(string path, [In] string?[] arguments);

    [StructLayout(LayoutKind.Sequential)]
    public readonly record struct Limit(nuint Soft, nuint Hard);
}
