namespace Resumai.Server.Storage;

/// <summary>Random bytes that this installation made for itself; every node of it uses the same.</summary>
public sealed class ServerSecret
{
    public required string Name { get; init; }
    public required byte[] Value { get; init; }
}
