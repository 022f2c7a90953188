using System.Text.Json.Serialization;

namespace Resumai.Hosting;

/// <summary>What keeps a parse host from the network and from files, weakest first; the names are those of logs and settings.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SandboxLevel>))]
public enum SandboxLevel
{
    /// <summary>Nothing but limits of time and memory.</summary>
    [JsonStringEnumMemberName("none")]
    None,
    /// <summary>The kernel refuses sockets and other ways out of the process; files are as open as to the server.</summary>
    [JsonStringEnumMemberName("seccomp")]
    Seccomp,
    /// <summary>As <see cref="Seccomp"/>, and files are refused but for programs to read and a scratch folder.</summary>
    [JsonStringEnumMemberName("seccomp+landlock")]
    Landlock,
    /// <summary>As <see cref="Seccomp"/>, in namespaces of its own: no network, other processes or files are there at all.</summary>
    [JsonStringEnumMemberName("bubblewrap")]
    Bubblewrap,
}

public static class SandboxLevels
{
    /// <summary>Names of all levels, strongest first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<SandboxLevel>().OrderDescending().Select(Name)];

    public static string Name(this SandboxLevel level) => level switch
    {
        SandboxLevel.Bubblewrap => "bubblewrap",
        SandboxLevel.Landlock => "seccomp+landlock",
        SandboxLevel.Seccomp => "seccomp",
        _ => "none",
    };

    /// <summary>The level of that name; <see cref="SandboxLevel.None"/> for any other.</summary>
    public static SandboxLevel Named(string name) => Enum.GetValues<SandboxLevel>().FirstOrDefault(level => level.Name() == name);
}
