namespace Resumai.Server.RateLimits;

/// <summary>Counts requests for developer access: above the limit in an hour, an address is told to wait.</summary>
public sealed class AccessRequestCounter(RateLimitOptions options, TimeProvider time) : AddressCounter(options.AccessRequests, TimeSpan.FromHours(1), time);
