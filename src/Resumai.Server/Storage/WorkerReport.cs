namespace Resumai.Server.Storage;

/// <summary>What a server that parses last said of its parse hosts: one row a server, for the operator to see and for nothing else.</summary>
public sealed class WorkerReport
{
    /// <summary>Made anew whenever the server starts.</summary>
    public required Guid Id { get; init; }
    /// <summary>Machine and process, as <see cref="Job.LeasedBy"/> names it.</summary>
    public required string Server { get; init; }
    /// <summary>By that server's clock.</summary>
    public required DateTime At { get; set; }
    /// <summary>Name of the level that confines its hosts; null before the first was up.</summary>
    public string? Sandbox { get; set; }
    /// <summary>JSON array of <c>HostReport</c>.</summary>
    public required string Hosts { get; set; }
}
