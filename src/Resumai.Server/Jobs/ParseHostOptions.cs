using System.ComponentModel.DataAnnotations;

namespace Resumai.Server.Jobs;

/// <summary>The child process that parses (configuration section <c>ParseHost</c>).</summary>
public sealed class ParseHostOptions
{
    public const string Section = "ParseHost";

    /// <summary>Executable or dll of <c>Resumai.Cli</c>; by default the one beside the server.</summary>
    public string? Path { get; set; }

    /// <summary>Longest time for one document, in seconds (1–3,600); then the host is ended and the document counts as timed out.</summary>
    [Range(0.1, 3600)]
    public double TimeLimitSeconds { get; set; } = 60;

    /// <summary>Most memory of the host process, in MiB (128–65,536); three quarters of it may be managed heap.</summary>
    [Range(128, 65_536)]
    public int MemoryLimitMegabytes { get; set; } = 1024;
}
