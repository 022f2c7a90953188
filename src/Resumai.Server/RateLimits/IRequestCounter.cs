using Resumai.Server.ApiKeys;

namespace Resumai.Server.RateLimits;

/// <summary>Counts every account's requests over all its keys. Thread-safe.</summary>
public interface IRequestCounter
{
    /// <summary>Admits the request and counts it, or refuses it without counting.</summary>
    ValueTask<RateDecision> AdmitAsync(ApiCaller caller);
}
