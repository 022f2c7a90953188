using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Resumai.Server.Storage;

namespace Resumai.Server.ApiKeys;

/// <summary>Keeps each key's last use, to the minute: noted in memory, written together about every second.</summary>
public sealed class KeyUse
{
    private static readonly TimeSpan Precision = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<Guid, DateTime> _noted = new();

    public void Note(Guid keyId, DateTime? known, DateTime now)
    {
        if (known is null || now - known >= Precision) _noted[keyId] = now;
    }

    /// <summary>Writes what was noted, inside the caller's write transaction.</summary>
    public async Task WriteAsync(ServerDb db, CancellationToken cancellationToken)
    {
        foreach (var (key, at) in _noted.ToArray().OrderBy(n => n.Key))
        {
            await db.ApiKeys.Where(k => k.Id == key).ExecuteUpdateAsync(s => s.SetProperty(k => k.LastUsedAt, at), cancellationToken);
            _noted.TryRemove(new KeyValuePair<Guid, DateTime>(key, at));
        }
    }

    public bool IsEmpty => _noted.IsEmpty;
}
