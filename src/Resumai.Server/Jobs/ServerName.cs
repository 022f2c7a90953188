namespace Resumai.Server.Jobs;

/// <summary>How a server is told from others of the installation.</summary>
internal static class ServerName
{
    /// <summary>This one: machine and process.</summary>
    public static string Own { get; } = $"{Environment.MachineName}/{Environment.ProcessId}";
}
