using System.Diagnostics;
using Resumai.Server.Tests.Hosting;

namespace Resumai.Server.Tests.Faults;

/// <summary>A file system in memory of a few megabytes on a folder; it goes with this process, however that ends.</summary>
public sealed class SmallDisk : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Daemon _keeper;

    private SmallDisk(string folder, Daemon keeper) => (_folder, _keeper) = (folder, keeper);

    /// <summary>Null where this user may not mount.</summary>
    public static async Task<SmallDisk?> TryMountAsync(string folder, int megabytes)
    {
        if (!Environment.IsPrivilegedProcess || !await MountAsync(folder, megabytes)) return null;
        string[] command =
        [
            "bash", "-c", """
            trap 'umount --lazy "$1"' EXIT
            trap exit INT TERM
            sleep infinity &
            wait
            """, "bash", folder,
        ];
        return new SmallDisk(folder, await Daemon.StartAsync("", Daemon.NewFolder("disk"), command, () => Task.FromResult(true)));
    }

    /// <summary>It takes no more, but for what is left behind by chance, until there is room again.</summary>
    public Fault Full => new("full disk", async chance =>
    {
        var filler = Path.Combine(_folder, "filler");
        try
        {
            await using var file = new FileStream(filler, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            var left = new DriveInfo(_folder).AvailableFreeSpace - chance.Next(64 * 1024);
            // Space that is only promised does not count.
            var zeros = new byte[64 * 1024];
            for (; left > 0; left -= zeros.Length) await file.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, zeros.Length)));
        }
        catch (IOException)
        {
            // Uploads took what was left.
        }
        return () =>
        {
            File.Delete(filler);
            return Task.CompletedTask;
        };
    });

    public async ValueTask DisposeAsync()
    {
        await _keeper.DisposeAsync();
        // Seen once, cause unknown: the keeper had gone and the disk had not.
        if (!(await File.ReadAllTextAsync("/proc/self/mountinfo")).Contains(_folder)) return;
        using var unmount = Process.Start(new ProcessStartInfo("umount", ["--lazy", _folder]) { RedirectStandardError = true, UseShellExecute = false })!;
        var said = await unmount.StandardError.ReadToEndAsync();
        await unmount.WaitForExitAsync();
        if (unmount.ExitCode != 0) throw new IOException($"The small disk stays on {_folder}: {said}");
    }

    private static async Task<bool> MountAsync(string folder, int megabytes)
    {
        using var mount = Process.Start(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", folder]) { RedirectStandardError = true, UseShellExecute = false })!;
        await mount.WaitForExitAsync();
        return mount.ExitCode == 0;
    }
}
