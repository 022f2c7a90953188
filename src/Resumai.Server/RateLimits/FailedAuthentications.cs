namespace Resumai.Server.RateLimits;

/// <summary>
/// Counts failed authentications: above the limit in 60 seconds, further failing requests are told to wait. A valid key is never looked up here.
/// </summary>
public sealed class FailedAuthentications(RateLimitOptions options, TimeProvider time) : AddressCounter(options.FailedAuthentications, TimeSpan.FromSeconds(60), time);
