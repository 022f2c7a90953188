using Resumai.Hosting;
using Resumai.Server.Jobs;

namespace Resumai.Server.Web.Pages.Cvs.Pictures;

/// <summary>
/// Pictures of pages that somebody looked at lately, in this server's memory alone. A CV that changes or is deleted takes its pictures with it, by the
/// signal that other servers get as well; where that is lost they are gone after ten minutes. Thread-safe.
/// </summary>
internal sealed class PictureCache
{
    private const long MostBytes = 64L << 20;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private sealed record Entry(Guid AssetId, int Page, DrawnPage Picture, long Until);

    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    /// <summary>Newest last.</summary>
    private readonly LinkedList<Entry> _entries = [];
    private readonly Dictionary<(Guid, int), LinkedListNode<Entry>> _places = [];
    private long _bytes;

    public PictureCache(TimeProvider time, AssetSignals signals)
    {
        _time = time;
        signals.Listen(Forget);
    }

    public DrawnPage? Find(Guid assetId, int page)
    {
        lock (_lock)
        {
            Expire();
            if (!_places.TryGetValue((assetId, page), out var place)) return null;
            return place.Value.Picture;
        }
    }

    public void Keep(Guid assetId, int page, DrawnPage picture)
    {
        lock (_lock)
        {
            if (_places.TryGetValue((assetId, page), out var place)) Remove(place);
            _places[(assetId, page)] = _entries.AddLast(new Entry(assetId, page, picture, _time.GetTimestamp() + (long)(Life.TotalSeconds * _time.TimestampFrequency)));
            _bytes += picture.Png.Length;
            Expire();
            while (_bytes > MostBytes) Remove(_entries.First!);
        }
    }

    public void Forget(Guid assetId)
    {
        lock (_lock)
        {
            foreach (var place in _places.Where(p => p.Key.Item1 == assetId).Select(p => p.Value).ToList()) Remove(place);
        }
    }

    private void Expire()
    {
        while (_entries.First is { } first && first.Value.Until < _time.GetTimestamp()) Remove(first);
    }

    private void Remove(LinkedListNode<Entry> place)
    {
        _entries.Remove(place);
        _places.Remove((place.Value.AssetId, place.Value.Page));
        _bytes -= place.Value.Picture.Png.Length;
    }
}
