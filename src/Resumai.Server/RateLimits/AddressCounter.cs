using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Resumai.Server.RateLimits;

/// <summary>Counts what comes from an address (an IPv6 /64 is one) within a window. Thread-safe; memory is bounded.</summary>
/// <param name="limit">How many are let through within the window.</param>
public abstract class AddressCounter(int limit, TimeSpan window, TimeProvider time)
{
    private const int MostAddresses = 100_000;
    private readonly ConcurrentDictionary<IPAddress, Queue<long>> _noted = new();

    /// <summary>Counts one. Null: within the limit; else the seconds to wait.</summary>
    public int? Note(IPAddress? address)
    {
        var source = Source(address);
        if (_noted.Count >= MostAddresses && !_noted.ContainsKey(source)) return null;
        var times = _noted.GetOrAdd(source, _ => new Queue<long>());
        lock (times)
        {
            var now = time.GetTimestamp();
            Forget(times, now);
            if (times.Count < limit)
            {
                times.Enqueue(now);
                return null;
            }
            return Math.Max(1, (int)Math.Ceiling((window - time.GetElapsedTime(times.Peek(), now)).TotalSeconds));
        }
    }

    internal void ForgetOld()
    {
        var now = time.GetTimestamp();
        foreach (var (source, times) in _noted)
        {
            lock (times)
            {
                Forget(times, now);
                if (times.Count == 0) _noted.TryRemove(source, out _);
            }
        }
    }

    /// <summary>What counts as one address: an IPv4 address, the first 64 bits of an IPv6 address.</summary>
    internal static IPAddress Source(IPAddress? address)
    {
        if (address is null) return IPAddress.None;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private void Forget(Queue<long> times, long now)
    {
        while (times.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= window) times.Dequeue();
    }
}
