using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Resumai.Server.Files;

/// <summary>What .NET has no call for: making a folder's entries survive a loss of power (fsync(2) on the directory).</summary>
internal static class Folder
{
    /// <summary>Returns when the names in the folder are on the disk. Does nothing on Windows, where NTFS journals them.</summary>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = open(Encoding.UTF8.GetBytes(path + '\0'), 0);
        if (handle < 0) throw new Win32Exception(Marshal.GetLastPInvokeError(), "The folder of a stored file cannot be opened.");
        try
        {
            if (fsync(handle) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError(), "The folder of a stored file cannot be flushed.");
        }
        finally
        {
            _ = close(handle);
        }
    }

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int open(byte[] path, int flags);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int fsync(int handle);

    [DllImport("libc", SetLastError = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int close(int handle);
}
