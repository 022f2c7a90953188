using System.Net.Sockets;

namespace Resumai.Server.Tests.Hosting;

/// <summary>A real S3 server (npm's s3rver) on a free loopback port with one bucket, for the tests of a class.</summary>
public sealed class S3Server : IAsyncLifetime
{
    public const string Bucket = "resumai";
    private Daemon? _daemon;
    private int _port;

    /// <summary>Skips the test, or fails it, when it is not installed.</summary>
    public static void Require() => Engine.Require(Program is null ? "The S3 server is not installed: npm ci --prefix tests/s3server" : null);

    /// <summary>How the server is told of it.</summary>
    public (string Key, string Value)[] Settings =>
    [
        ("Files:Engine", "s3"), ("Files:Endpoint", $"http://127.0.0.1:{_port}"), ("Files:Bucket", Bucket),
        ("Files:AccessKey", "S3RVER"), ("Files:SecretKey", "S3RVER"), ("Files:TimeoutSeconds", "5"),
    ];

    public int Port => _port;

    public async ValueTask InitializeAsync()
    {
        if (Program is null) return;
        _port = Daemon.FreePort();
        // It makes the names of pages of long lists with DES, which today's OpenSSL keeps apart.
        _daemon = await Daemon.StartAsync("", Daemon.NewFolder("s3"),
            ["node", "--openssl-legacy-provider", Program, "--directory", "objects", "--address", "127.0.0.1", "--port", _port.ToString(), "--silent", "--configure-bucket", Bucket], AnswersAsync);
    }

    /// <inheritdoc cref="Daemon.KillAsync"/>
    public Task KillAsync() => _daemon!.KillAsync();

    /// <inheritdoc cref="Daemon.RunAsync"/>
    public Task RunAsync() => _daemon!.RunAsync();

    public async ValueTask DisposeAsync()
    {
        if (_daemon is not null) await _daemon.DisposeAsync();
    }

    private static string? Program { get; } = FindProgram();

    private static string? FindProgram()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var program = Path.Combine(folder.FullName, "tests", "s3server", "node_modules", "s3rver", "bin", "s3rver.js");
            if (File.Exists(program)) return program;
        }
        return null;
    }

    private async Task<bool> AnswersAsync()
    {
        using var socket = new TcpClient();
        try
        {
            await socket.ConnectAsync("127.0.0.1", _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
