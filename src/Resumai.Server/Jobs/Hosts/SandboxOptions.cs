using Resumai.Hosting;
using Resumai.Server.Settings;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>What is to keep parse hosts from the network and from files.</summary>
/// <param name="Strongest">The strongest level that is tried; where the machine has it not, the next one below is taken.</param>
/// <param name="Required">Without the network and files refused, no document is parsed and the server does not start.</param>
public sealed record SandboxOptions(SandboxLevel Strongest, bool Required)
{
    public static SandboxOptions Read(SettingsReader settings) => new(
        SandboxLevels.Named(settings.OneOf("Sandbox:Level", SandboxLevel.Bubblewrap.Name(), [.. SandboxLevels.Names])),
        settings.OneOf("Sandbox:Required", "false", "true", "false") == "true");

    /// <summary>Why documents must not be parsed at this level; null when they may.</summary>
    public string? Refusal(SandboxLevel level) => !Required || level >= SandboxLevel.Landlock ? null
        : $"parse hosts must be kept from the network and from files, but all that keeps them here is '{level.Name()}'. "
        + "Install bubblewrap (tools/install-packages) and let this user make namespaces, or run on a kernel with Landlock (Linux 5.13), "
        + "and leave Sandbox:Level at its default; or set Sandbox:Required to false";
}
