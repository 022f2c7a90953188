using Resumai.Server.Conventions;
using Resumai.Server.Jobs.Hosts;
using Resumai.Server.Jobs.Rabbit;
using Resumai.Server.Settings;

namespace Resumai.Server.Jobs;

public static class JobsSetup
{
    /// <summary>The queue and, where this server works, the worker that empties it.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, SettingsReader settings, bool works)
    {
        services.AddQueue(settings);
        return works ? services.AddHostedService<ParseWorker>().AddHostedService<HostReporting>() : services;
    }

    private static IServiceCollection AddQueue(this IServiceCollection services, SettingsReader settings) => services
        .AddSecondOpinions(SecondOpinions.Read(settings))
        .AddSingleton(QueueOptions.Read(settings))
        .AddSingleton(ParseHostOptions.Read(settings)).AddSingleton(SandboxOptions.Read(settings))
        .AddSingleton<JobTable>().AddDispatch(RabbitOptions.Read(settings))
        .AddSingleton<QueueBounds>().AddSingleton<RecentCounts>().AddSingleton<DrainRate>().AddSingleton<AssetSignals>()
        .AddSingleton<ParseResults>().AddSingleton<ParseHostPool>();

    private static IServiceCollection AddDispatch(this IServiceCollection services, RabbitOptions? rabbit) => rabbit is null
        ? services.AddSingleton<IJobQueue, DatabaseJobQueue>()
        : services
            .AddSingleton(rabbit).AddSingleton<RabbitLink>().AddSingleton<RabbitJobQueue>()
            .AddSingleton<IJobQueue>(provider => provider.GetRequiredService<RabbitJobQueue>())
            .AddSingleton<IEngineCheck>(provider => provider.GetRequiredService<RabbitJobQueue>())
            .AddHostedService<RabbitDispatch>();

    private static IServiceCollection AddSecondOpinions(this IServiceCollection services, SecondOpinion.SecondOpinionOptions? options) =>
        services.AddSingleton(provider => new SecondOpinions(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SecondOpinions>>()));
}
