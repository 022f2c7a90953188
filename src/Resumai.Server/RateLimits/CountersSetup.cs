using Resumai.Server.Conventions;

namespace Resumai.Server.RateLimits;

public static class CountersSetup
{
    /// <summary>What counts requests: this process, or Redis for all servers.</summary>
    public static IServiceCollection AddCounters(this IServiceCollection services, CountersOptions options)
    {
        services.AddSingleton<RequestCounters>().AddSingleton<FailedAuthentications>().AddSingleton<AccessRequestCounter>().AddSingleton<EndpointUse>();
        return options.Redis is { } redis
            ? services
                .AddSingleton(redis).AddSingleton<RedisCounters>()
                .AddSingleton<IRequestCounter>(provider => provider.GetRequiredService<RedisCounters>())
                .AddSingleton<IEngineCheck>(provider => provider.GetRequiredService<RedisCounters>())
            : services.AddSingleton<IRequestCounter>(provider => provider.GetRequiredService<RequestCounters>());
    }
}
