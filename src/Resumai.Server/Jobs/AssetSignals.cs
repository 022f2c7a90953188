using System.Collections.Concurrent;
using Resumai.Server.Storage;

namespace Resumai.Server.Jobs;

/// <summary>Tells who waits for an asset that something about it has changed: in this process, and where the database passes hints in the others. Thread-safe.</summary>
public sealed class AssetSignals
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = new();
    private readonly INotices _notices;

    private volatile Action<Guid>[] _listeners = [];

    public AssetSignals(INotices notices)
    {
        _notices = notices;
        notices.Listen(INotices.Assets, text =>
        {
            if (Guid.TryParse(text, out var id)) Wake(id);
        });
    }

    /// <summary>Completes at the asset's next change. Ask for it before looking at the asset, or a change between is missed.</summary>
    public Task NextChange(Guid assetId) =>
        _waiting.GetOrAdd(assetId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>Has every change told for as long as the process runs.</summary>
    public void Listen(Action<Guid> changed)
    {
        lock (_waiting) _listeners = [.. _listeners, changed];
    }

    public void Changed(Guid assetId)
    {
        Wake(assetId);
        _notices.Send(INotices.Assets, assetId.ToString());
    }

    private void Wake(Guid assetId)
    {
        if (_waiting.TryRemove(assetId, out var waiting)) waiting.SetResult();
        foreach (var changed in _listeners) changed(assetId);
    }
}
