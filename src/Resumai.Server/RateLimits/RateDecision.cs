namespace Resumai.Server.RateLimits;

/// <summary>What is left of one window after a request. <paramref name="Seconds"/>: until some of it comes back.</summary>
public readonly record struct WindowShare(string Name, int Limit, long Remaining, int Length, int Seconds)
{
    public double Share => (double)Remaining / Limit;
}

/// <summary>Whether a request is admitted, and what it leaves.</summary>
public sealed record RateDecision(bool Admitted, WindowShare Minute, WindowShare Day)
{
    /// <summary>The window that refuses; of two the one that takes longer, so that waiting for it is enough.</summary>
    public WindowShare Exhausted => Day.Remaining == 0 && (Minute.Remaining > 0 || Day.Seconds >= Minute.Seconds) ? Day : Minute;

    /// <summary>Writes <c>RateLimit-Policy</c>, <c>RateLimit</c> (draft-ietf-httpapi-ratelimit-headers) and <c>X-RateLimit-*</c>.</summary>
    public void WriteTo(IHeaderDictionary headers)
    {
        headers["RateLimit-Policy"] = $"{Policy(Minute)}, {Policy(Day)}";
        headers["RateLimit"] = $"{Left(Minute)}, {Left(Day)}";
        var tight = Admitted ? Day.Share < Minute.Share ? Day : Minute : Exhausted;
        headers["X-RateLimit-Limit"] = tight.Limit.ToString();
        headers["X-RateLimit-Remaining"] = tight.Remaining.ToString();
        headers["X-RateLimit-Reset"] = tight.Seconds.ToString();
    }

    private static string Policy(WindowShare window) => $"\"{window.Name}\";q={window.Limit};w={window.Length}";

    private static string Left(WindowShare window) => $"\"{window.Name}\";r={window.Remaining};t={window.Seconds}";
}
