using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>
/// Runs a program in namespaces of its own (bwrap(1)): no network, no other processes, of files only those named, read-only, and a scratch
/// folder in memory. It wants user namespaces or root, which containers often withhold: <see cref="WorksAsync"/> tries.
/// </summary>
internal static class Bubblewrap
{
    /// <summary>Where the scratch folder is, as the program sees it.</summary>
    public const string Scratch = "/tmp";

    private const int ScratchBytes = 64 << 20;
    private static readonly TimeSpan TrialLimit = TimeSpan.FromSeconds(10);

    /// <summary>The program, or null where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin")
        .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, "bwrap")).FirstOrDefault(File.Exists);

    /// <summary>The command line up to the program that is run. Not tied to the life of the server's thread, as <c>--die-with-parent</c> would do:
    /// the host ends when its input does.</summary>
    public static IReadOnlyList<string> Words(IReadOnlyList<string> readable, string scratch) =>
    [
        Program!, "--unshare-all", "--as-pid-1", "--new-session", "--cap-drop", "ALL", "--proc", "/proc", "--dev", "/dev",
        "--size", ScratchBytes.ToString(CultureInfo.InvariantCulture), "--tmpfs", scratch,
        .. readable.SelectMany(path => (string[])["--ro-bind", path, path]),
        "--remount-ro", "/dev", "--remount-ro", "/", "--chdir", scratch, "--",
    ];

    /// <summary>Null when a program can be run so on this machine, else why not.</summary>
    public static async Task<string?> WorksAsync(IReadOnlyList<string> readable)
    {
        if (Program is null) return "it is not installed";
        string[] words = [.. Words(readable, Scratch), "/usr/bin/true"];
        try
        {
            using var trial = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true, UseShellExecute = false })!;
            using var limit = new CancellationTokenSource(TrialLimit);
            await using var ending = limit.Token.Register(() => trial.Kill(entireProcessTree: true));
            var complaint = await trial.StandardError.ReadToEndAsync(CancellationToken.None);
            await trial.WaitForExitAsync(CancellationToken.None);
            return trial.ExitCode == 0 ? null : complaint.Trim() is { Length: > 0 } said ? said : $"it ended with {trial.ExitCode}";
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
    }
}
