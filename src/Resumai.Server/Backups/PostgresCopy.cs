using System.ComponentModel;
using System.Diagnostics;
using Npgsql;
using Resumai.Server.Storage;

namespace Resumai.Server.Backups;

/// <summary>By <c>pg_dump</c> and <c>pg_restore</c>, which must be installed and not older than the server.</summary>
internal sealed class PostgresCopy(DatabaseOptions options) : IDatabaseCopy
{
    private const string Name = "resumai.pgdump";
    private readonly NpgsqlConnectionStringBuilder _connection = new(options.Connection);

    public Task WriteAsync(string folder, CancellationToken cancellation) =>
        RunAsync("pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--file", Path.Combine(folder, Name)], cancellation);

    public async Task RequireEmptyAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.Connection) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellation);
            await using var ask = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = current_schema())", connection);
            if (await ask.ExecuteScalarAsync(cancellation) is true) throw new BackupException($"The database {_connection.Database} has tables already: a backup is restored into an empty one.");
        }
        catch (NpgsqlException e)
        {
            throw new BackupException($"PostgreSQL cannot be used ({e.Message}).");
        }
    }

    public Task ReadAsync(string folder, CancellationToken cancellation) =>
        RunAsync("pg_restore", ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", "--dbname", _connection.Database!, Path.Combine(folder, Name)], cancellation);

    private async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        // Not by the command line, which every user of the machine may read.
        foreach (var (key, value) in Variables().Where(e => !string.IsNullOrEmpty(e.Value))) start.Environment[key] = value;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            try
            {
                var error = await process.StandardError.ReadToEndAsync(cancellation);
                await process.WaitForExitAsync(cancellation);
                if (process.ExitCode != 0) throw new BackupException($"{program} failed: {error.Trim()}");
            }
            finally
            {
                if (!process.HasExited) process.Kill();
            }
        }
        catch (Win32Exception e)
        {
            throw new BackupException($"{program} cannot be run: {e.Message}. It is of Debian's package postgresql-client.");
        }
    }

    private IEnumerable<(string Key, string? Value)> Variables() =>
    [
        ("PGHOST", _connection.Host), ("PGPORT", _connection.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("PGDATABASE", _connection.Database),
        ("PGUSER", _connection.Username), ("PGPASSWORD", _connection.Password), ("PGPASSFILE", _connection.Passfile), ("PGSSLROOTCERT", _connection.RootCertificate),
        ("PGSSLMODE", _connection.SslMode switch { SslMode.VerifyCA => "verify-ca", SslMode.VerifyFull => "verify-full", var mode => mode.ToString().ToLowerInvariant() }),
    ];
}
