using Resumai.Server.Settings;

namespace Resumai.Server.RateLimits;

/// <summary>Requests allowed in any 60 seconds and on a UTC day.</summary>
public sealed record LimitPair(int PerMinute, int PerDay)
{
    public const int MostPerMinute = 1_000_000;
    public const int MostPerDay = 1_000_000_000;
}

/// <summary>The pairs of the tiers.</summary>
public sealed record RateLimitOptions(LimitPair Free, LimitPair Paid, int FailedAuthentications)
{
    /// <summary>Of one address in an hour.</summary>
    public int AccessRequests { get; init; } = 5;

    public static RateLimitOptions Read(SettingsReader settings) => new(
        Pair(settings, "Free", 60, 1_000),
        Pair(settings, "Paid", 600, 50_000),
        settings.Integer("RateLimits:FailedAuthentications", 30, 1, 1_000_000))
    {
        AccessRequests = settings.Integer("RateLimits:AccessRequests", 5, 1, 1_000_000),
    };

    /// <summary>The pair of an account: its own numbers where it has them.</summary>
    public LimitPair For(string tier, int? perMinute, int? perDay)
    {
        var pair = tier == Accounts.Tier.Paid ? Paid : Free;
        return perMinute is null && perDay is null ? pair : new LimitPair(perMinute ?? pair.PerMinute, perDay ?? pair.PerDay);
    }

    private static LimitPair Pair(SettingsReader settings, string tier, int perMinute, int perDay) => new(
        settings.Integer($"RateLimits:{tier}:PerMinute", perMinute, 1, LimitPair.MostPerMinute),
        settings.Integer($"RateLimits:{tier}:PerDay", perDay, 1, LimitPair.MostPerDay));
}
