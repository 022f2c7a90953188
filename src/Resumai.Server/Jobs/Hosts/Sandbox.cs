using Resumai.Hosting;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>Finds out once what this machine has to confine parse hosts with, and holds them to it. Thread-safe.</summary>
internal sealed class Sandbox(SandboxOptions options, ParseHostOptions hosts, ILogger logger)
{
    private readonly Lock _lock = new();
    private Task<SandboxLevel>? _choice;
    private SandboxLevel? _level;

    /// <summary>What the newest host found to confine it, by trying; null before the first was up.</summary>
    public SandboxLevel? Level
    {
        get { lock (_lock) return _level; }
    }

    /// <summary>The level to start hosts at. A host that then does not start is a fault of its own, never a reason for less.</summary>
    public Task<SandboxLevel> ChooseAsync()
    {
        lock (_lock) return _choice ??= TryAsync();
    }

    /// <summary>Takes note of what confines a new host.</summary>
    /// <exception cref="ParseHostUnavailableException">It is less than is required.</exception>
    public void Accept(SandboxLevel found)
    {
        lock (_lock)
        {
            if (_level != found) Log(found);
            _level = found;
        }
        if (options.Refusal(found) is { } refusal) throw new ParseHostUnavailableException($"Sandbox:Required: {refusal}.");
    }

    private async Task<SandboxLevel> TryAsync()
    {
        if (!OperatingSystem.IsLinux()) return SandboxLevel.None;
        if (options.Strongest != SandboxLevel.Bubblewrap) return options.Strongest;
        if (await Bubblewrap.WorksAsync(ParseHostCommandLine.Readable(hosts)) is not { } reason) return SandboxLevel.Bubblewrap;
        logger.LogInformation("Bubblewrap does not confine parse hosts here: {Reason}", reason);
        return SandboxLevel.Landlock;
    }

    private void Log(SandboxLevel found)
    {
        if (found >= SandboxLevel.Landlock) logger.LogInformation("Documents are parsed in {Count} hosts; sandbox: {Level}", hosts.Count, found.Name());
        else logger.LogWarning("Documents are parsed in {Count} hosts; sandbox: {Level}. They can read what the server can; install bubblewrap or use a kernel with Landlock", hosts.Count, found.Name());
    }
}
