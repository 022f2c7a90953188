using Resumai.Hosting;

namespace Resumai.Server.Jobs.Hosts;

/// <summary>The one folder that a host may write to. With bubblewrap it is in memory and gone with the host.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo? _made;

    private ScratchFolder(DirectoryInfo? made) => _made = made;

    /// <summary>As the host sees it.</summary>
    public string Path => _made?.FullName ?? Bubblewrap.Scratch;

    public static ScratchFolder For(SandboxLevel sandbox) => new(sandbox == SandboxLevel.Bubblewrap ? null : Directory.CreateTempSubdirectory("resumai-host-"));

    public void Dispose()
    {
        try
        {
            _made?.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Temporary files that cannot be deleted now are the system's to clear away.
        }
    }
}
