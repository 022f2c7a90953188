namespace Resumai.Server.Jobs.Hosts;

/// <summary>How one parse host is.</summary>
/// <param name="ProcessId">Null while none is up.</param>
/// <param name="State">One of <see cref="HostState"/>.</param>
/// <param name="Documents">How many this process has parsed.</param>
/// <param name="Megabytes">Memory that it holds, in MiB.</param>
internal sealed record HostReport(int? ProcessId, string State, int Documents, long Megabytes);

internal static class HostState
{
    public const string Idle = "idle";
    public const string Busy = "busy";
    public const string Starting = "starting";
    /// <summary>None could be started; the next document tries again.</summary>
    public const string Down = "down";
}
