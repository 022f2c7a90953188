using System.Collections.Concurrent;

namespace Resumai.Server.Jobs;

/// <summary>Tells who waits for an asset in this process that something about it has changed. Thread-safe.</summary>
public sealed class AssetSignals
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = new();

    /// <summary>Completes at the asset's next change. Ask for it before looking at the asset, or a change between is missed.</summary>
    public Task NextChange(Guid assetId) =>
        _waiting.GetOrAdd(assetId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Changed(Guid assetId)
    {
        if (_waiting.TryRemove(assetId, out var waiting)) waiting.SetResult();
    }
}
