using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Resumai.Cli.ParseHost;
using Resumai.Cli.ParseHost.Sandbox;
using Resumai.Hosting;

namespace Resumai.Server.Tests.Jobs.Hosts;

/// <summary>
/// The other side of <see cref="SandboxTests"/>: started as a parse host is, it confines itself by the same code and then tries what an
/// attacker would who has taken the parser over. Each attempt is told as "done" or as the error that it met.
/// </summary>
internal static class Prisoner
{
    /// <param name="Port">A port on loopback that the test listens on.</param>
    /// <param name="UnixSocket">A socket of the file system that the test listens on.</param>
    /// <param name="Secret">A file that only the server should read.</param>
    /// <param name="Server">Process id of the test.</param>
    public sealed record Task(int Port, string UnixSocket, string Secret, int Server);

    public sealed record Report(SandboxLevel Level, Dictionary<string, string> Attempts);

    public static int Run(ReadOnlySpan<string> words)
    {
        var arguments = HostArguments.Read(words);
        var level = Confinement.Enter(arguments);
        var task = JsonSerializer.Deserialize<Task>(Console.In.ReadLine()!)!;
        var attempts = new Dictionary<string, string>();
        foreach (var (name, attempt) in Attempts(task, arguments.Scratch))
        {
            attempts[name] = Try(attempt);
            // Threads that were there before are no way out.
            attempts[name + ", another thread"] = System.Threading.Tasks.Task.Run(() => Try(attempt)).GetAwaiter().GetResult();
        }
        Console.Out.WriteLine(JsonSerializer.Serialize(new Report(level, attempts)));
        return 0;
    }

    private static IEnumerable<(string Name, Action Attempt)> Attempts(Task task, string scratch)
    {
        yield return ("internet", () => Connect(AddressFamily.InterNetwork, new IPEndPoint(IPAddress.Parse("192.0.2.1"), 80)));
        yield return ("loopback", () => Connect(AddressFamily.InterNetwork, new IPEndPoint(IPAddress.Loopback, task.Port)));
        yield return ("loopback 6", () => Connect(AddressFamily.InterNetworkV6, new IPEndPoint(IPAddress.IPv6Loopback, task.Port)));
        yield return ("datagram", () => { using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp); socket.SendTo([1], new IPEndPoint(IPAddress.Loopback, task.Port)); });
        yield return ("listen", () => { using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp); socket.Bind(new IPEndPoint(IPAddress.Loopback, 0)); socket.Listen(); });
        yield return ("unix socket", () => Connect(AddressFamily.Unix, new UnixDomainSocketEndPoint(task.UnixSocket)));
        yield return ("namespace", () => Check(LinuxCalls.Call(Unshare, NewUserNamespace, 0, 0, 0)));
        yield return ("trace", () => Check(LinuxCalls.Call(Trace, Seize, task.Server, 0, 0)));
        yield return ("read a secret", () => File.ReadAllText(task.Secret));
        yield return ("read the users", () => File.ReadAllText("/etc/passwd"));
        yield return ("list the folder", () => Directory.GetFiles(Path.GetDirectoryName(task.Secret)!));
        yield return ("change a secret", () => File.AppendAllText(task.Secret, "x"));
        yield return ("write beside it", () => File.WriteAllText(task.Secret + ".new", "x"));
        yield return ("write to the system", () => File.WriteAllText("/usr/resumai-test", "x"));
        yield return ("write to the program", () => File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "resumai-test"), "x"));
        yield return ("leave a file for others", () => File.WriteAllText("/var/tmp/resumai-test", "x"));
        yield return ("environment of the server", () => File.ReadAllBytes($"/proc/{task.Server}/environ"));
        yield return ("write to the scratch folder", () => WriteAndDelete(scratch));
        yield return ("read the program", () => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Resumai.Cli.dll")));
        yield return ("start a program", () => { using var child = Process.Start(new ProcessStartInfo("/usr/bin/true") { UseShellExecute = false })!; child.WaitForExit(); });
    }

    private const int NewUserNamespace = 0x10000000, Seize = 0x4206;
    private static readonly bool IsArm = System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64;
    private static readonly int Unshare = IsArm ? 97 : 272, Trace = IsArm ? 117 : 101;

    private static void Connect(AddressFamily family, EndPoint there)
    {
        using var socket = new Socket(family, SocketType.Stream, family == AddressFamily.Unix ? ProtocolType.Unspecified : ProtocolType.Tcp);
        socket.Connect(there);
    }

    private static void WriteAndDelete(string scratch)
    {
        var folder = Directory.CreateDirectory(Path.Combine(scratch, "folder")).FullName;
        File.WriteAllText(Path.Combine(folder, "file"), "x");
        Directory.Delete(folder, recursive: true);
    }

    private static void Check(nint answer)
    {
        if (answer < 0) throw new System.ComponentModel.Win32Exception(System.Runtime.InteropServices.Marshal.GetLastPInvokeError());
    }

    private static string Try(Action attempt)
    {
        try
        {
            attempt();
            return "done";
        }
        catch (Exception e)
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
    }
}
