using Npgsql;
using Resumai.Server.Settings;

namespace Resumai.Server.Storage;

/// <param name="Engine"><see cref="Sqlite"/> or <see cref="Postgres"/>.</param>
/// <param name="Connection">How PostgreSQL is reached, in Npgsql's form: <c>Host=db;Database=resumai;Username=resumai;Password=…</c>.</param>
public sealed record DatabaseOptions(string Engine, string Connection)
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgresql";

    private const string ConnectionKey = "Database:Connection";
    /// <summary>Of a hundred that a server takes by default, so that two processes and an administrator find room.</summary>
    private const int MostConnections = 40;

    public static DatabaseOptions Read(SettingsReader settings)
    {
        var engine = settings.OneOf("Database:Engine", Sqlite, Sqlite, Postgres);
        var connection = settings.Text(ConnectionKey, "");
        if (engine == Sqlite)
        {
            if (connection.Length > 0) settings.Fault(ConnectionKey, $"is for Database:Engine {Postgres} only; {Sqlite} lies in the data folder");
            return new DatabaseOptions(engine, "");
        }
        return new DatabaseOptions(engine, Complete(settings, connection));
    }

    private static string Complete(SettingsReader settings, string connection)
    {
        try
        {
            var parts = new NpgsqlConnectionStringBuilder(connection);
            if (string.IsNullOrEmpty(parts.Host)) settings.Fault(ConnectionKey, "must name the server: Host=…;Database=…;Username=…;Password=…");
            parts.ApplicationName ??= "resumai";
            if (!parts.ContainsKey("Maximum Pool Size")) parts.MaxPoolSize = MostConnections;
            if (!parts.ContainsKey("Timeout")) parts.Timeout = 30;
            return parts.ConnectionString;
        }
        catch (ArgumentException)
        {
            // What it says may quote the password.
            settings.Fault(ConnectionKey, "must be like Host=…;Port=5432;Database=…;Username=…;Password=…");
            return "";
        }
    }
}
