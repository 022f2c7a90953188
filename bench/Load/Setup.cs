using System.Diagnostics;
using Npgsql;

namespace Resumai.Bench.Load;

/// <summary>What every part works with. Sizes can be set by environment variables, so that a part can be tried in a minute.</summary>
/// <param name="App">The program that <c>./resumai</c> starts.</param>
/// <param name="Seeder">Fills a database with display rows.</param>
/// <param name="Postgres">How a PostgreSQL server is reached, without a database.</param>
/// <param name="Documents">The folder of the CVs that are uploaded.</param>
internal sealed record Setup(string App, string Seeder, string Postgres, string Documents, Cvs Cvs)
{
    private int _databases;

    /// <summary>LOAD_ENGINE: only one of them.</summary>
    public static readonly string[] Engines = Environment.GetEnvironmentVariable("LOAD_ENGINE") is { Length: > 0 } only ? [only] : ["sqlite", "postgresql"];

    /// <summary>A number of the environment, else the usual one.</summary>
    public static int Number(string name, int usual) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text) : usual;

    /// <summary>A data folder and an empty database of the engine, both new.</summary>
    public async Task<Installation> InstallAsync(string engine, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("resumai-load-").FullName;
        if (engine == "sqlite") return new Installation(this, folder, engine, settings);
        var name = $"load_{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(Postgres + ";Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new Installation(this, folder, engine, [.. settings, ("Database:Engine", engine), ("Database:Connection", $"{Postgres};Database={name}")]);
    }

    /// <summary>Runs a program to its end; what it printed.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, IEnumerable<(string Key, string Value)> settings)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (key, value) in settings) start.Environment[EnvironmentName(key)] = value;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"{program} ended with {process.ExitCode}");
    }

    public static string EnvironmentName(string key) => "RESUMAI_" + key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant();
}
