namespace Resumai.Cli.Parse;

/// <summary>Where results go.</summary>
internal interface IResultOutput
{
    /// <summary>True when results must be written in the order of the inputs.</summary>
    bool IsOrdered { get; }

    /// <summary>What the user should know of an input before anything is written; null when nothing.</summary>
    string? Note(int index);

    Task Write(int index, byte[] result, CancellationToken cancellation);
}

/// <summary>Standard output, and nothing else on it.</summary>
internal sealed class StandardOutput : IResultOutput
{
    private readonly Stream stream = Console.OpenStandardOutput();

    public bool IsOrdered => true;

    public string? Note(int index) => null;

    public async Task Write(int index, byte[] result, CancellationToken cancellation)
    {
        await stream.WriteAsync(result, cancellation);
        await stream.FlushAsync(cancellation);
    }
}

/// <summary>A file for each input.</summary>
internal sealed class FolderOutput(string folder, IReadOnlyList<(string Name, bool Shared)> names) : IResultOutput
{
    public bool IsOrdered => false;

    public string? Note(int index) => names[index].Shared ? $"written as {names[index].Name}, because another input shares its name" : null;

    public Task Write(int index, byte[] result, CancellationToken cancellation) =>
        File.WriteAllBytesAsync(Path.Combine(folder, names[index].Name), result, cancellation);
}
