using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Resumai.Server.RateLimits;

/// <summary>
/// Counts failed authentications by address (an IPv6 /64 is one): above the limit in 60 seconds, further failing requests are
/// told to wait. A valid key is never looked up here. Thread-safe; memory is bounded.
/// </summary>
public sealed class FailedAuthentications(RateLimitOptions options, TimeProvider time)
{
    private const int MostAddresses = 100_000;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<IPAddress, Queue<long>> _failures = new();

    /// <summary>Counts a failure. Null: answer it with 401; else the seconds to wait, with 429.</summary>
    public int? Note(IPAddress? address)
    {
        var source = Source(address);
        if (_failures.Count >= MostAddresses && !_failures.ContainsKey(source)) return null;
        var failures = _failures.GetOrAdd(source, _ => new Queue<long>());
        lock (failures)
        {
            var now = time.GetTimestamp();
            Forget(failures, now);
            if (failures.Count < options.FailedAuthentications)
            {
                failures.Enqueue(now);
                return null;
            }
            return Math.Max(1, (int)Math.Ceiling((Window - time.GetElapsedTime(failures.Peek(), now)).TotalSeconds));
        }
    }

    internal void ForgetOld()
    {
        var now = time.GetTimestamp();
        foreach (var (source, failures) in _failures)
        {
            lock (failures)
            {
                Forget(failures, now);
                if (failures.Count == 0) _failures.TryRemove(source, out _);
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

    private void Forget(Queue<long> failures, long now)
    {
        while (failures.TryPeek(out var oldest) && time.GetElapsedTime(oldest, now) >= Window) failures.Dequeue();
    }
}
