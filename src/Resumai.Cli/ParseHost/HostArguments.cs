using Resumai.Hosting;

namespace Resumai.Cli.ParseHost;

/// <summary>What the server tells a parse host when it starts it.</summary>
/// <param name="Sandbox">How the host is to confine itself, or is confined.</param>
/// <param name="Scratch">The one folder that it may write to.</param>
/// <param name="IsConfined">It has confined itself already and was started anew.</param>
internal sealed record HostArguments(SandboxLevel Sandbox, string Scratch, bool IsConfined)
{
    public const string Confined = "--confined";

    public static HostArguments Read(ReadOnlySpan<string> words)
    {
        var arguments = new HostArguments(SandboxLevel.None, Path.GetTempPath(), IsConfined: false);
        for (var i = 0; i < words.Length; i++)
        {
            arguments = words[i] switch
            {
                "--sandbox" when i + 1 < words.Length => arguments with { Sandbox = SandboxLevels.Named(words[++i]) },
                "--scratch" when i + 1 < words.Length => arguments with { Scratch = words[++i] },
                Confined => arguments with { IsConfined = true },
                _ => arguments,
            };
        }
        return arguments;
    }
}
